"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { InstrumentSwitch } from "./instrument-switch";

export type Instrument = Outputs["clinimetrics"]["instruments"][number];

/** The measuring instruments that ship, each of which can be switched off; what was measured stays. */
export function InstrumentCard({ given }: { given: Instrument[] }) {
  const t = useTranslations("clinimetrics");
  const [instruments, setInstruments] = useState(given);
  return (
    <Card flush title={t("instruments")}>
      <p className="px-pad pt-2 pb-3 text-sm text-muted">{t("switchNote")}</p>
      <DataTable
        captionHidden
        caption={t("instruments")}
        items={instruments}
        itemKey={({ code }) => code}
        columns={[
          { key: "label", label: t("instrument"), cell: ({ label }) => label },
          { key: "purpose", label: t("purpose"), cell: ({ purpose }) => <Purpose purpose={purpose} /> },
          { key: "items", label: t("itemsHead"), number: true, cell: ({ items }) => items },
          {
            key: "range",
            label: t("rangeHead"),
            cell: ({ lowest, highest }) => t("range", { from: lowest, until: highest }),
          },
          { key: "results", label: t("results"), number: true, cell: ({ results }) => results },
          {
            key: "switch",
            label: t("use"),
            cell: (instrument) => (
              <InstrumentSwitch
                instrument={instrument}
                onSwitched={(switched) =>
                  setInstruments((before) =>
                    before.map((each) => (each.code === switched.code ? switched : each)),
                  )
                }
                onReload={setInstruments}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function Purpose({ purpose }: { purpose: string }) {
  return <span className="text-muted">{purpose}</span>;
}
