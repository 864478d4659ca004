"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Button } from "@/app/_ui/button";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Segmented } from "@/app/_ui/segmented";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { refusalText } from "@/app/login/refusal-text";
import { BlockerNotice } from "./blocker-notice";
import { CompareTable } from "./compare-table";
import { Likeness } from "./likeness";
import { LostNotice } from "./lost-notice";
import { MergeFoot } from "./merge-foot";
import { MovesCard } from "./moves-card";
import { isRowDifferent, type Pair, type PairView } from "./pair";
import { ResultCard } from "./result-card";
import { TableList } from "./table-list";
import { TwoPeople } from "./two-people";
import { useMerge } from "./use-merge";

type MergeDeskProps = { pair: Pair; initial: PairView; opensDossier: boolean };

/** Everything of the page: the comparison, what it does, and the act. */
export function MergeDesk({ pair, initial, opensDossier }: MergeDeskProps) {
  const t = useTranslations("merge");
  const merge = useMerge(pair, initial);
  const [shown, setShown] = useState<"different" | "all">("different");
  const [tablesOpen, setTablesOpen] = useState(false);
  const { view } = merge;
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const sameBsn = view.fields.some(({ subject, equal, left }) => subject === "bsn" && equal && left !== "");
  const consents = view.consents.length > 0 ? 1 : 0;
  const different =
    view.fields.filter(({ equal }) => !equal).length + view.rows.filter(isRowDifferent).length + consents;
  const all = view.fields.length + view.rows.length + consents;
  const up = sameBsn
    ? { label: t("sameBsn"), href: "/signals/same-bsn" }
    : { label: t("findTitle"), href: `/clients/${pair.clientId}/merge` };
  const isBlocked = view.blockers.length > 0;
  return (
    <PageMain
      aside={
        !isBlocked && (
          <>
            <LostNotice view={view} />
            <ResultCard view={view} />
            <MovesCard view={view} open={tablesOpen} onToggle={() => setTablesOpen(!tablesOpen)} />
          </>
        )
      }
    >
      <PageHead
        above={<Breadcrumb crumbs={[up, { label: t("pair", numbers) }]} />}
        title={t("title")}
        note={t("note")}
        aside={<TwoPeople view={view} />}
      />
      {isBlocked && <BlockerNotice view={view} onLookAgain={merge.lookAgain} />}
      {view.otherBsn && (
        <Notice tone="warning" title={t("otherBsnTitle")}>
          <p>{t("otherBsn")}</p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Segmented
          name="shown"
          label={t("which")}
          value={shown}
          onChange={(event) => setShown(event.target.value === "all" ? "all" : "different")}
          options={[
            { value: "different", label: t("onlyDifferent", { count: different }) },
            { value: "all", label: t("all", { count: all }) },
          ]}
        />
        <Likeness view={view} />
      </div>
      {!isBlocked && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {(["left", "right"] as const).map((side) => (
            <Button key={side} size="small" onClick={() => merge.chooseAll(side)}>
              {t("allOf", { number: numbers[side] })}
            </Button>
          ))}
          <span className="text-muted">{t("allOfHint")}</span>
        </div>
      )}
      <CompareTable pair={pair} merge={merge} all={shown === "all"} opensDossier={opensDossier} />
      {tablesOpen && view.plan && <TableList view={view} tables={view.plan.tables} />}
      {merge.error && (
        <LoadFailed
          message={refusalText(merge.error, t("noAnswer"))}
          onRetry={() => void merge.lookAgain()}
        />
      )}
      <MergeFoot pair={pair} merge={merge} />
    </PageMain>
  );
}
