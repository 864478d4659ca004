"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { capital } from "@/app/_ui/capital";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";

type EntryLinkProps = {
  id: string;
  singular: string;
  /** When it was (epoch ms), where many links stand in one list: part of the name, not of the sight. */
  moment?: number;
};

/** From an entry in a list to its own page, where it is corrected, ended or archived. */
export function EntryLink({ id, singular, moment }: EntryLinkProps) {
  const t = useTranslations("writing");
  const list = usePathname();
  return (
    <span className={moment === undefined ? "no-print" : "no-print ml-auto"}>
      <PageLink href={`${list}/${id}`}>
        {moment === undefined
          ? t("openEntry", { singular: capital(singular) })
          : t.rich("openShort", {
              singular,
              more: (text) => <span className="sr-only">{text}</span>,
              moment: () => <Moment value={moment} format="long" />,
            })}
      </PageLink>
    </span>
  );
}
