import { Ban, CircleCheck, Clock, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { formatDay } from "@/app/_ui/dates";
import { Segmented } from "@/app/_ui/segmented";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Answer, Party, Screen } from "./consent-desk";
import { CopyForParty } from "./copy-for-party";
import { StatementFile } from "./statement-file";

type PartyTableProps = {
  clientId: string;
  screen: Screen;
  onDecide: (partyId: string, answer: Answer) => void;
  onStatement: (partyId: string) => void;
};

/** One row a party: what it gets and why, what was chosen, what holds now, and the proof of it. */
export function PartyTable({ clientId, screen, onDecide, onStatement }: PartyTableProps) {
  const t = useTranslations("consent");
  const { mayChange, mayExchange } = screen;
  return (
    <DataTable
      caption={t("parties")}
      captionHidden
      items={screen.parties}
      itemKey={({ id }) => id}
      columns={[
        {
          key: "party",
          label: t("party"),
          cell: (party) => (
            <>
              <b>{party.name}</b>
              <span className="block font-normal text-muted">{party.purpose}</span>
              <details className="text-xs font-normal text-muted print-whole">
                <summary className="cursor-pointer">{t("gets", { count: party.gets.length })}</summary>
                {party.gets.join(", ")}
                {party.legalGround && (
                  <span className="block">{t("legalGround", { law: party.legalGround })}</span>
                )}
              </details>
            </>
          ),
        },
        { key: "basis", label: t("basis"), cell: (party) => <Basis party={party} /> },
        {
          key: "choice",
          label: t("choice"),
          cell: (party) =>
            party.basis === "statutory" ? (
              <span className="text-muted">{t("noChoice")}</span>
            ) : mayChange ? (
              <div className="tablet:min-w-62">
                <Choice party={party} onDecide={onDecide} />
              </div>
            ) : (
              t(`chosen.${party.chosen}`)
            ),
        },
        { key: "now", label: t("now"), cell: (party) => <Now party={party} /> },
        {
          key: "statement",
          label: t("statement"),
          cell: (party) => (
            <div className="grid justify-items-start gap-1">
              <Statement party={party} mayChange={mayChange} onDecide={onDecide} onStatement={onStatement} />
              {mayExchange && <CopyForParty clientId={clientId} party={party} />}
            </div>
          ),
        },
      ]}
    />
  );
}

function Basis({ party }: { party: Party }) {
  const t = useTranslations("consent");
  return (
    <>
      {t(`bases.${party.basis}.name`)}
      <span className="block text-xs text-muted">{t(`bases.${party.basis}.meaning`)}</span>
    </>
  );
}

const answers: Record<Party["chosen"], Answer> = { yes: "yes", no: "no", none: "withdrawn" };

/** Ja, Nee or Niet vastgelegd. Choosing asks who decided and since when; until that is recorded, nothing changes. */
function Choice({ party, onDecide }: { party: Party; onDecide: PartyTableProps["onDecide"] }) {
  const t = useTranslations("consent");
  const options = (["yes", "no", "none"] as const).map((value) => ({ value, label: t(`chosen.${value}`) }));
  return (
    <Segmented
      label={t("choiceFor", { party: party.name })}
      name={`consent-${party.id}`}
      options={options}
      value={party.chosen}
      onChange={(event) => {
        const chosen = options.find(({ value }) => value === event.target.value)?.value;
        if (chosen) onDecide(party.id, answers[chosen]);
      }}
    />
  );
}

function Now({ party }: { party: Party }) {
  const t = useTranslations("consent");
  const { share, why, speaking, endsSoon } = party;
  const day = speaking
    ? formatDay(speaking.answer === "withdrawn" ? speaking.fromDate : speaking.decidedOn)
    : "";
  const until = speaking?.untilDate ? formatDay(speaking.untilDate) : "";
  return (
    <>
      <span
        className={
          share
            ? "flex items-center gap-1.5 font-bold text-success-text"
            : "flex items-center gap-1.5 font-bold text-danger-text"
        }
      >
        {share ? <CircleCheck className="size-4" /> : <Ban className="size-4" />}
        {t(share ? "mayShare" : "mayNotShare")}
      </span>
      <span className="block text-xs text-muted">
        {t(`why.${why}`, { day, until, hasUntil: until === "" ? "no" : "yes" })}
      </span>
      {endsSoon !== null && (
        <StatusBadge tone="warning" icon={<Clock />}>
          {t("endsSoon", { days: endsSoon })}
        </StatusBadge>
      )}
    </>
  );
}

type StatementProps = Pick<PartyTableProps, "onDecide" | "onStatement"> & {
  party: Party;
  mayChange: boolean;
};

function Statement({ party, mayChange, onDecide, onStatement }: StatementProps) {
  const t = useTranslations("consent");
  if (party.basis === "statutory") return <span className="text-muted">{t("notNeeded")}</span>;
  const proofs = party.speaking?.statements ?? [];
  return (
    <>
      {proofs.map(({ documentId, addedAt }) => (
        <StatementFile key={documentId} documentId={documentId} party={party.name} addedAt={addedAt} />
      ))}
      {proofs.length === 0 && mayChange && (
        <Button
          size="small"
          icon={<Upload />}
          onClick={() => (party.speaking ? onStatement(party.id) : onDecide(party.id, "yes"))}
        >
          {t("upload")}
          <span className="sr-only">{t("uploadFor", { party: party.name })}</span>
        </Button>
      )}
      {proofs.length === 0 && !mayChange && <span className="text-muted">{t("noStatement")}</span>}
    </>
  );
}
