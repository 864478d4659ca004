import { Archive, CircleSlash, EyeOff, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { PartList } from "./entry-list";

type Entry = PartList["entries"][number];
type EntryBadgesProps = { entry: Pick<Entry, "hidden" | "expertises"> };

/**
 * Says that this entry was recorded by mistake or archived, so that nobody acts on it; its text is struck through
 * beside it.
 */
export function MistakenBadge({ entry }: { entry: Pick<Entry, "mistaken" | "archived"> }) {
  const t = useTranslations("dossier");
  if (entry.archived) {
    return (
      <StatusBadge tone="neutral" icon={<Archive />}>
        {t("archived")}
      </StatusBadge>
    );
  }
  if (!entry.mistaken) return null;
  return (
    <StatusBadge tone="warning" icon={<CircleSlash />}>
      {t("mistaken")}
    </StatusBadge>
  );
}

/** Says that someone else wrote or changed this since you last saw this part. */
export function NewBadge({ entry }: { entry: Pick<Entry, "isNew"> }) {
  const t = useTranslations("dossier");
  if (!entry.isNew) return null;
  return (
    <span className="no-print inline-block rounded-sm bg-surface-changed px-1.5 text-xs leading-5 font-bold text-ink">
      {t("isNew")}
    </span>
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
