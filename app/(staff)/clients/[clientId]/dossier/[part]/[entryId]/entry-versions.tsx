"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ChangedText } from "@/app/_ui/changed-text";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Skeleton } from "@/app/_ui/skeleton";
import { Moment } from "@/app/_ui/time";

type Version = Outputs["entries"]["versions"]["versions"][number];
type EntryVersionsProps = {
  target: { clientId: string; part: string; entryId: string };
  /** Number of the version on the screen */
  newest: number;
};

/** What the entry said before, read on request: by whom, when, why, and what changed from old to new. */
export function EntryVersions({ target, newest }: EntryVersionsProps) {
  const t = useTranslations("writing");
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const asked = useQuery(trpc.entries.versions.queryOptions(target, { enabled: open, staleTime: 0 }));
  return (
    <section aria-labelledby="versions" className="grid gap-gap">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="versions">{t("versions", { count: newest - 1 })}</h2>
        <span className="no-print">
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? "versionsHide" : "versionsShow")}
          </Button>
        </span>
      </div>
      {open &&
        (asked.error ? (
          <LoadFailed message={asked.error.message} onRetry={() => void asked.refetch()} />
        ) : !asked.data ? (
          <Card>
            <Skeleton lines={6} />
          </Card>
        ) : (
          asked.data.versions
            .filter(({ replaced }) => replaced !== null)
            .map((version) => <VersionCard key={version.version} version={version} />)
        ))}
    </section>
  );
}

function VersionCard({ version }: { version: Version }) {
  const t = useTranslations("writing");
  const { replaced, changes, kept } = version;
  const written = { moment: () => <Moment value={version.at} format="long" />, name: version.by };
  return (
    <Card title={t("version", { number: version.version })} level={3}>
      <div className="grid gap-2">
        <p className="text-sm text-muted">{t.rich("versionBy", written)}</p>
        {replaced && (
          <p className="text-sm">
            {t.rich(`versionReplaced.${replaced.change}`, {
              name: replaced.by,
              moment: () => <Moment value={replaced.at} format="long" />,
            })}
            {replaced.reason && ` ${t("versionWhy", { reason: replaced.reason })}`}
          </p>
        )}
        {kept && <p className="text-sm text-private-text">{t("versionKept")}</p>}
        {changes.map(({ key, label, before, after }) => (
          <section key={key} aria-label={label} className="grid gap-1 border-t border-line pt-2">
            <h4 className="text-sm font-bold">{label}</h4>
            <dl className="grid gap-x-4 gap-y-1 tablet:grid-cols-2">
              <div className="min-w-0">
                <dt className="text-sm text-muted">{t("versionOld")}</dt>
                <dd className="max-w-(--measure)">
                  {before === "" ? t("nothingWritten") : <ChangedText {...{ before, after }} side="before" />}
                </dd>
              </div>
              <div className="min-w-0">
                <dt className="text-sm text-muted">{t("versionNew")}</dt>
                <dd className="max-w-(--measure)">
                  {after === "" ? t("nothingWritten") : <ChangedText {...{ before, after }} side="after" />}
                </dd>
              </div>
            </dl>
          </section>
        ))}
      </div>
    </Card>
  );
}
