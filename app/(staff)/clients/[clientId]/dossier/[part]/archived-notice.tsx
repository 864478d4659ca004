import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";
import type { PartList } from "./entry-list";

/** Who took this entry out of use, when and why. */
export function ArchivedNotice({ entry }: { entry: Pick<PartList["entries"][number], "archived"> }) {
  const t = useTranslations("writing");
  if (!entry.archived) return null;
  const { at, by, reason } = entry.archived;
  return (
    <Notice tone="neutral" title={t("archivedTitle")}>
      <p>{t.rich("archivedBy", { name: by, reason, moment: () => <Moment value={at} format="long" /> })}</p>
    </Notice>
  );
}
