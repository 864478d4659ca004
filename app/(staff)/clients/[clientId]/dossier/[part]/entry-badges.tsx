import { CircleSlash, EyeOff, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { PartList } from "./entry-list";

type Entry = PartList["entries"][number];
type EntryBadgesProps = { entry: Pick<Entry, "hidden" | "expertises"> };

/** Says that this entry was recorded by mistake, so that nobody acts on it; its text is struck through beside it. */
export function MistakenBadge({ entry }: { entry: Pick<Entry, "mistaken"> }) {
  const t = useTranslations("dossier");
  if (!entry.mistaken) return null;
  return (
    <StatusBadge tone="warning" icon={<CircleSlash />}>
      {t("mistaken")}
    </StatusBadge>
  );
}

/** Says that not everyone sees this entry, and who does. */
export function EntryBadges({ entry }: EntryBadgesProps) {
  const t = useTranslations("dossier");
  if (!entry.hidden && entry.expertises.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-2">
      {entry.hidden && (
        <StatusBadge tone="private" icon={<EyeOff />}>
          {t("hidden")}
        </StatusBadge>
      )}
      {entry.expertises.length > 0 && (
        <StatusBadge tone="private" icon={<UsersRound />}>
          {t("expertise", { who: entry.expertises.join(", ").toLowerCase() })}
        </StatusBadge>
      )}
    </span>
  );
}
