import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState, NoHits } from "@/app/_ui/empty-state";
import { NewestOlder } from "@/app/_ui/pager";
import { type ListChoices, listAddress } from "./list-params";
import { MailFilters } from "./mail-filters";
import { MailTable } from "./mail-table";

type MailsCardProps = { list: Outputs["mail"]["list"]; choices: ListChoices };

/** The mails themselves, newest first, a page at a time. */
export function MailsCard({ list, choices }: MailsCardProps) {
  const t = useTranslations("mail");
  const { kind, state, after } = choices;
  const chosen = kind !== null || state !== null;
  return (
    <Card flush title={t("list")}>
      <div className="px-pad py-2">
        <MailFilters choices={choices} />
      </div>
      {list.lines.length > 0 ? (
        <MailTable lines={list.lines} />
      ) : chosen || after !== null ? (
        <NoHits clearHref="/admin/mail">{t("noHits")}</NoHits>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      )}
      <NewestOlder
        label={t("pages")}
        newestHref={after === null ? undefined : listAddress("/admin/mail", { kind, state })}
        olderHref={list.next && listAddress("/admin/mail", { kind, state, after: list.next })}
      />
    </Card>
  );
}
