import { useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";
import { DUPLICATES_SHOWN } from "@/server/duplicates/input";
import { type ListChoices, listAddress } from "./list-params";

type ShownChoiceProps = Pick<ListChoices, "show" | "client"> & {
  counts: { open: number; dismissed: number };
};

/** Which pairs are shown, with how many there are of each; and whether it is those of one client only. */
export function ShownChoice({ show, client, counts }: ShownChoiceProps) {
  const t = useTranslations("duplicates");
  return (
    <nav aria-label={t("choice")} className="flex flex-wrap items-center gap-2">
      {DUPLICATES_SHOWN.map((each) => (
        <LinkButton
          key={each}
          size="small"
          look={each === show ? "primary" : "secondary"}
          aria-current={each === show ? "page" : undefined}
          href={listAddress({ show: each, client })}
        >
          {t(`show.${each}`, { count: counts[each] })}
        </LinkButton>
      ))}
      {client !== null && (
        <p className="text-sm text-muted">
          {t("onlyClient", { number: String(client) })}{" "}
          <LinkButton size="small" look="quiet" href={listAddress({ show })}>
            {t("everyone")}
          </LinkButton>
        </p>
      )}
    </nav>
  );
}
