"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import type { UndoView } from "./undo-desk";

/** Who comes back, with how much, and what the one that stayed gets back. */
export function BackCard({ view }: { view: UndoView }) {
  const t = useTranslations("merge");
  const { survivor, retired, mergedAt, mergedBy, chosen, back } = view;
  const labels = chosen.fields.join(", ");
  return (
    <Card title={t("undoBack")}>
      <DefinitionList
        items={[
          { term: t("undoWhen"), value: <Moment value={mergedAt} format="sentence" /> },
          { term: t("undoBy"), value: mergedBy },
          {
            term: t("undoClients"),
            value: [survivor, retired].map((each) => t("undoClient", each)).join("\n"),
          },
          { term: t("undoRows"), value: t("undoRowsOf", { count: back, number: retired.number }) },
          {
            term: t("undoFields"),
            value: t(labels ? "undoFieldsOf" : "undoFieldsNone", { survivor: survivor.number, labels }),
          },
        ]}
      />
    </Card>
  );
}
