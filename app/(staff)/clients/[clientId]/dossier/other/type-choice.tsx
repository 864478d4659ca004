import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";
import { otherAddress } from "./list-params";

type TypeChoiceProps = {
  here: string;
  types: Outputs["dossier"]["other"]["types"];
  chosen: string | null;
};

/** Which kind of resource is shown, with how many there are. */
export function TypeChoice({ here, types, chosen }: TypeChoiceProps) {
  const t = useTranslations("other");
  const all = { type: null, label: t("allTypes"), count: types.reduce((sum, { count }) => sum + count, 0) };
  return (
    <nav aria-label={t("types")} className="no-print">
      <ul className="flex flex-wrap gap-2 text-sm">
        {[all, ...types].map(({ type, label, count }) => (
          <li key={type ?? ""}>
            <PageLink
              href={otherAddress(here, { type })}
              aria-current={type === chosen ? "page" : undefined}
              className="inline-flex min-h-7.5 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 text-ink no-underline hover:bg-surface-hover aria-[current]:border-accent aria-[current]:bg-surface-selected aria-[current]:font-bold pointer-coarse:min-h-control"
            >
              {label} <span className="font-normal text-muted">{count}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
