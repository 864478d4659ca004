"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DecisionDialog } from "./decision-dialog";
import { DecisionHistory } from "./decision-history";
import { PartyTable } from "./party-table";
import { StatementDialog } from "./statement-dialog";

export type Screen = Outputs["consent"]["screen"];
export type Party = Screen["parties"][number];
export type Answer = "yes" | "no" | "withdrawn";

/** What is being done: a decision about a party, or the statement of one recorded before. */
type Doing = { kind: "decide"; partyId: string; answer: Answer } | { kind: "statement"; partyId: string };

/** The parties with what holds, the dialogs that change it, and the history of each below. */
export function ConsentDesk({ clientId, initial }: { clientId: string; initial: Screen }) {
  const t = useTranslations("consent");
  const trpc = useTRPC();
  const asked = useQuery(
    trpc.consent.screen.queryOptions(
      { clientId },
      { initialData: initial, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const screen = asked.data;
  const [doing, setDoing] = useState<Doing>();
  const about = screen.parties.find(({ id }) => id === doing?.partyId);
  const withHistory = [...screen.parties, ...screen.ended].filter(({ history }) => history.length > 0);
  return (
    <>
      <Card title={t("parties")} aside={t("toAsk", { ask: screen.toAsk })} flush>
        <PartyTable
          clientId={clientId}
          screen={screen}
          onDecide={(partyId, answer) => setDoing({ kind: "decide", partyId, answer })}
          onStatement={(partyId) => setDoing({ kind: "statement", partyId })}
        />
      </Card>
      {withHistory.map((party) => (
        <DecisionHistory key={party.id} party={party} />
      ))}
      {withHistory.length === 0 ? (
        <p className="text-muted">{t("noHistory")}</p>
      ) : (
        <div className="no-print">
          <Button icon={<Printer />} onClick={() => window.print()}>
            {t("print")}
          </Button>
        </div>
      )}
      {about && doing?.kind === "decide" && (
        <DecisionDialog
          key={`${about.id} ${doing.answer}`}
          clientId={clientId}
          screen={screen}
          party={about}
          answer={doing.answer}
          onClose={() => setDoing(undefined)}
        />
      )}
      {about?.speaking && doing?.kind === "statement" && (
        <StatementDialog
          clientId={clientId}
          party={about}
          decisionId={about.speaking.id}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}
