"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextButton } from "@/app/_ui/text-button";
import type { FormField } from "../../_form/filled";
import type { Card as CardData, Doing } from "./card";
import { RecordDialog } from "./record-dialog";
import { RecordLine } from "./record-line";
import { WithdrawDialog } from "./withdraw-dialog";

type RecordCardProps = {
  card: CardData;
  /** What a move asks, for who may move clients */
  moveFields?: FormField[] | null;
};

/** The records of one kind: what holds now, what is over folded away, and for the office what can be done. */
export function RecordCard({ card, moveFields }: RecordCardProps) {
  const t = useTranslations("records");
  const [doing, setDoing] = useState<Doing>();
  const mayWrite = card.fields.length > 0;
  const over = card.records.filter(({ standing }) => standing === "over");
  const current = card.records.filter(({ standing }) => standing !== "over");
  const close = () => setDoing(undefined);
  const lines = (records: CardData["records"]) => (
    <ul className="divide-y divide-line">
      {records.map((record) => (
        <RecordLine
          key={record.id}
          card={card}
          record={record}
          mayMove={card.kind === "stays" && Boolean(moveFields)}
          onDo={setDoing}
        />
      ))}
    </ul>
  );
  return (
    <Card
      title={card.label}
      flush
      aside={
        mayWrite && (
          <TextButton
            aria-label={t("addTo", { singular: capital(card.singular) })}
            onClick={() => setDoing({ act: "add" })}
          >
            {t("addShort")}
          </TextButton>
        )
      }
    >
      {card.records.length === 0 ? (
        <EmptyState>{card.empty}</EmptyState>
      ) : current.length === 0 ? (
        <p className="px-pad py-3 text-sm text-muted">{t("nothingNow", { kind: card.kind })}</p>
      ) : (
        lines(current)
      )}
      {over.length > 0 && (
        <details className="border-t border-line">
          <summary className="cursor-pointer px-pad py-2 text-sm text-link pointer-coarse:py-3">
            {t("over", { kind: card.kind, count: over.length })}
          </summary>
          {lines(over)}
        </details>
      )}
      {doing?.act === "withdraw" && <WithdrawDialog card={card} record={doing.record} onClose={close} />}
      {doing && doing.act !== "withdraw" && (
        <RecordDialog card={card} doing={doing} moveFields={moveFields ?? []} onClose={close} />
      )}
    </Card>
  );
}

/** A word as it begins a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
