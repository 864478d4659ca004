import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { dayAt, formatDay } from "@/app/_ui/dates";
import { Thread, ThreadEntry } from "@/app/_ui/thread";

/** What the party was before: consent was given to these words. */
export function PartyVersions({ party }: { party: Outputs["consent"]["parties"][number] }) {
  const t = useTranslations("parties");
  return (
    <Card title={t("versions")}>
      <Thread label={t("versions")}>
        {party.versions.map((version) => (
          <ThreadEntry
            wide
            key={version.version}
            at={version.since === 0 ? t("fromStart") : formatDay(dayAt(version.since))}
            isNew={version.version === party.version}
          >
            <p>
              <b>{version.name}</b>, {t(`bases.${version.basis}`)}
              {version.legalGround && ` (${version.legalGround})`}
            </p>
            <p className="text-sm">{version.purpose}</p>
            <p className="text-sm text-muted">{t("getsWhat", { what: version.gets.join(", ") })}</p>
            <p className="text-sm text-muted">{t("changedBy", { name: version.changedBy })}</p>
          </ThreadEntry>
        ))}
      </Thread>
    </Card>
  );
}
