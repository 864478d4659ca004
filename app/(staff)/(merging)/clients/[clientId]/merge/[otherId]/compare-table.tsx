"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { Table } from "@/app/_ui/table";
import { Day } from "@/app/_ui/time";
import { ConsentRow } from "./consent-row";
import { FieldRow } from "./field-row";
import { isRowDifferent, type Pair, type PairView } from "./pair";
import { RowsRow } from "./rows-row";
import type { MergeState } from "./use-merge";

type CompareTableProps = { pair: Pair; merge: MergeState; all: boolean; opensDossier: boolean };

/** Links under each other that can each be hit. */
const link = "inline-flex min-h-6 scroll-mb-32 items-center gap-1";
const edge = { left: "border-t-accent", right: "border-t-line-strong" } as const;

/** Both clients subject by subject, with what is kept of whom. On a phone each subject is a card. */
export function CompareTable({ pair, merge, all, opensDossier }: CompareTableProps) {
  const t = useTranslations("merge");
  const { view } = merge;
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const fields = view.fields.filter(({ equal }) => all || !equal);
  const rows = view.rows.filter((line) => all || isRowDifferent(line));
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <div className="grid tablet:hidden">
        {(["left", "right"] as const).map((side) => (
          <div key={side} className={`border-t-4 px-pad py-2.5 ${edge[side]}`}>
            <Person view={view} side={side} pair={pair} opensDossier={opensDossier} />
          </div>
        ))}
      </div>
      <Table caption={t("caption", numbers)} captionHidden>
        <thead className="max-tablet:hidden">
          <tr className="border-b border-line bg-surface-sunken align-top">
            <th
              scope="col"
              className="w-40 border-t-4 border-t-surface-sunken py-2.5 pr-(--cell-x) pl-pad text-left"
            >
              {t("subject")}
            </th>
            {(["left", "right"] as const).map((side) => (
              <th
                key={side}
                scope="col"
                className={`border-t-4 px-(--cell-x) py-2.5 text-left font-normal ${edge[side]}`}
              >
                <Person view={view} side={side} pair={pair} opensDossier={opensDossier} />
              </th>
            ))}
            <th
              scope="col"
              className="w-28 border-t-4 border-t-surface-sunken px-(--cell-x) py-2.5 text-left"
            >
              {t("both")}
            </th>
          </tr>
        </thead>
        {fields.length > 0 && (
          <Group title={t("groups.person")}>
            {fields.map((line) => (
              <FieldRow key={line.subject} line={line} numbers={numbers} onChoose={merge.chooseField} />
            ))}
          </Group>
        )}
        {rows.length > 0 && (
          <Group title={t("groups.care")}>
            {rows.map((line) => (
              <RowsRow key={line.subject} line={line} numbers={numbers} onChoose={merge.chooseRows} />
            ))}
          </Group>
        )}
        {view.consents.length > 0 && (
          <Group title={`${t("groups.consent")}. ${t("consents")}`}>
            {view.consents.map((line) => (
              <ConsentRow key={line.partyId} line={line} numbers={numbers} />
            ))}
          </Group>
        )}
      </Table>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <tbody>
      <tr className="max-tablet:block">
        <th
          scope="rowgroup"
          colSpan={4}
          className="border-b border-line bg-surface-sunken px-pad py-1 text-left text-xs text-muted max-tablet:block"
        >
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

type PersonProps = { view: PairView; side: "left" | "right"; pair: Pair; opensDossier: boolean };

/** Who stands here, and why here. */
function Person({ view, side, pair, opensDossier }: PersonProps) {
  const t = useTranslations("merge");
  const person = side === "left" ? view.survivor : view.retired;
  const numbers = { survivor: view.survivor.number, retired: view.retired.number };
  const { number, name, callName, birthDate, inCareSince, outOfCareSince } = person;
  const care = outOfCareSince ?? inCareSince;
  return (
    <div className="grid gap-px">
      <b className="text-base">{side === "left" ? t("survives", { number }) : t("retires", numbers)}</b>
      <span>
        {name}
        {callName && ` (${callName})`}.{" "}
        {birthDate ? (
          <>
            {t("born")} <Day value={birthDate} />
          </>
        ) : (
          t("bornUnknown")
        )}
      </span>
      <span className="text-xs text-muted">
        {side === "left" && `${t(`because.${view.because}`)}. `}
        {care ? (
          <>
            {t(outOfCareSince ? "outOfCare" : "inCare")} <Day value={care} />
          </>
        ) : (
          t("neverInCare")
        )}
      </span>
      <span className="flex flex-wrap gap-x-3 text-xs">
        <PageLink
          href={`/clients/${number}${opensDossier ? "/dossier" : ""}`}
          target="_blank"
          className={link}
        >
          {t("openTab", { number })} <ExternalLink className="size-3.5" />
        </PageLink>
        {side === "left" && view.because === "opened-first" && (
          <PageLink href={`/clients/${pair.otherId}/merge/${pair.clientId}`} className={link}>
            {t("swap")}
          </PageLink>
        )}
      </span>
    </div>
  );
}
