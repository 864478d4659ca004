import { Combine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Day, Moment } from "@/app/_ui/time";
import { AgreementBadge } from "./agreement-badge";
import { CertaintyBadge } from "./certainty-badge";
import { PairDecision } from "./pair-decision";

export type Pair = Outputs["duplicates"]["list"]["pairs"][number];
type Side = Pair["left"];
type ComparedField = Pair["fields"][number];

/** Who someone is, and where. */
function SideOfPair({ side }: { side: Side }) {
  const t = useTranslations("duplicates");
  return (
    <div className="min-w-0">
      <p className="font-bold">
        <PageLink href={`/clients/${side.number}`}>{side.name}</PageLink>
      </p>
      <p className="text-sm text-muted">
        {t("number", { number: String(side.number) })}
        {side.birthDate && (
          <>
            {" · "}
            <Day value={side.birthDate} />
          </>
        )}
      </p>
      <p className="text-sm text-muted">
        {side.places.length > 0 ? side.places.join(", ") : t("noPlace")}
        {side.outOfCareSince && (
          <>
            {" · "}
            {t("outOfCare")} <Day value={side.outOfCareSince} />
          </>
        )}
      </p>
    </div>
  );
}

function Value({ field, value }: { field: ComparedField["field"]; value: string | null }) {
  const t = useTranslations("duplicates");
  if (value === null) return <span className="text-muted">{t("unknown")}</span>;
  return field === "birthDate" ? <Day value={value} /> : <span className="break-words">{value}</span>;
}

/** Two clients side by side: who they are, field by field how far they agree, and what can be done. */
export function PairCard({ pair, dismissed }: { pair: Pair; dismissed: boolean }) {
  const t = useTranslations("duplicates");
  const { left, right, fields, decision } = pair;
  const numbers = { left: String(left.number), right: String(right.number) };
  const columns: Column<ComparedField>[] = [
    { key: "field", label: t("field"), cell: ({ field }) => t(`fields.${field}`) },
    { key: "left", label: numbers.left, cell: (each) => <Value field={each.field} value={each.left} /> },
    { key: "right", label: numbers.right, cell: (each) => <Value field={each.field} value={each.right} /> },
    { key: "agreement", label: t("agreement"), cell: (each) => <AgreementBadge compared={each} /> },
  ];
  return (
    <Card flush title={t("pair", numbers)} aside={<CertaintyBadge certainty={pair.certainty} />}>
      <div className="grid grid-cols-2 gap-4 px-pad py-3 max-tablet:grid-cols-1">
        <SideOfPair side={left} />
        <SideOfPair side={right} />
      </div>
      {decision && (
        <p className="px-pad pb-3 text-sm">
          {t(dismissed ? "saidBy" : "saidBefore", { who: decision.by })}{" "}
          <Moment value={decision.at} format="sentence" />
          {t(dismissed ? "saidEnd" : "saidBeforeEnd")}
        </p>
      )}
      <div className="border-t border-line">
        <DataTable
          caption={t("explained", numbers)}
          captionHidden
          columns={columns}
          items={fields}
          itemKey={({ field }) => field}
        />
      </div>
      <div className="no-print flex flex-wrap gap-2 border-t border-line px-pad py-3">
        {!dismissed && (
          <LinkButton
            look="primary"
            icon={<Combine />}
            href={`/clients/${left.number}/merge/${right.number}`}
            aria-label={t("mergeOf", numbers)}
          >
            {t("merge")}
          </LinkButton>
        )}
        <PairDecision pair={pair} dismissed={dismissed} />
      </div>
    </Card>
  );
}
