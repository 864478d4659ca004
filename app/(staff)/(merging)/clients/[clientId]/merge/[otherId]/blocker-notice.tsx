"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import type { PairView } from "./pair";
import { WayOutDialog } from "./way-out-dialog";

type BlockerNoticeProps = { view: PairView; onLookAgain: () => unknown };

/** Why these two cannot be merged, and what can be done instead. */
export function BlockerNotice({ view, onLookAgain }: BlockerNoticeProps) {
  const t = useTranslations("merge");
  const [asking, setAsking] = useState(false);
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const waits = view.blockers.every((blocker) => blocker === "exports-both");
  const done = [view.retired, view.survivor].find(({ outOfCareSince, hasBsn }) => outOfCareSince && !hasBsn);
  return (
    <>
      <Notice tone="warning" title={t("blockersTitle")}>
        {view.blockers.map((blocker) => (
          <p key={blocker}>{t(`blockers.${blocker}`)}</p>
        ))}
        {waits && (
          <p>
            <Button size="small" onClick={() => void onLookAgain()}>
              {t("lookAgain")}
            </Button>
          </p>
        )}
        {!waits && !done && (
          <>
            <p>{t("wayOutHelp")}</p>
            <p>
              <Button onClick={() => setAsking(true)}>{t("wayOut", { number: view.retired.number })}</Button>
            </p>
          </>
        )}
      </Notice>
      {!waits && done && (
        <Notice tone="success" title={t("wayOutIsDoneTitle", { number: done.number })} announce>
          <p>{t("wayOutIsDone", numbers)}</p>
          <p>
            <PageLink href="/signals/same-bsn">{t("wayOutLook")}</PageLink>
          </p>
        </Notice>
      )}
      {asking && (
        <WayOutDialog
          view={view}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            void onLookAgain();
          }}
        />
      )}
    </>
  );
}
