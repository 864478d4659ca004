import { useTranslations } from "next-intl";
import { Moment } from "@/app/_ui/time";
import type { Export } from "./use-exports";

/** When, by whom and what for an export was started. */
export function StartedBy({ export: each }: { export: Export }) {
  const t = useTranslations("export");
  return t.rich("startedBy", {
    name: each.requestedBy,
    purpose: t(`purposes.${each.purpose}`),
    moment: () => <Moment value={each.requestedAt} format="sentence" />,
  });
}
