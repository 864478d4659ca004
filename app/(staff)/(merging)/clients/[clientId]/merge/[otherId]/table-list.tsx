"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { formatCount } from "./format-count";
import type { PairView, TableLine } from "./pair";

/** The list, for the button that opens it. */
export const TABLES_ID = "merge-tables";

/** Every table with rows of one of the two: what of it moves, what goes aside, what stays, and why. */
export function TableList({ view, tables }: { view: PairView; tables: readonly TableLine[] }) {
  const t = useTranslations("merge");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { number: left } = view.survivor;
  const { number: right } = view.retired;
  const count = (key: "left" | "right" | "moves" | "setAside" | "stays", label: string) => ({
    ...{ key, label, number: true },
    cell: (line: TableLine) => formatCount(line[key]),
  });
  return (
    <div id={TABLES_ID} ref={box} tabIndex={-1}>
      <Card flush title={t("tablesTitle")}>
        <DataTable
          caption={t("tablesTitle")}
          captionHidden
          items={[...tables]}
          itemKey={({ label }) => label}
          columns={[
            { key: "label", label: t("tables.label"), cell: ({ label }) => label },
            count("left", t("tables.left", { number: left })),
            count("right", t("tables.right", { number: right })),
            count("moves", t("tables.moves")),
            count("setAside", t("tables.setAside", { number: left })),
            count("stays", t("tables.stays", { number: right })),
            {
              key: "why",
              label: t("tables.why"),
              cell: ({ chosen, why }) => [chosen && t("tablesChosen"), why].filter(Boolean).join(" "),
            },
          ]}
        />
      </Card>
    </div>
  );
}
