"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { Dialog } from "@/app/_ui/dialog";
import { StatusBadge } from "@/app/_ui/status-badge";
import { AgreementBadge } from "@/app/(staff)/clients/duplicates/agreement-badge";
import { CertaintyBadge } from "@/app/(staff)/clients/duplicates/certainty-badge";
import type { PairView } from "./pair";

/** How sure it is that these are one person, and why, field by field. */
export function Likeness({ view }: { view: PairView }) {
  const t = useTranslations("merge");
  const words = useTranslations("duplicates");
  const [asked, setAsked] = useState(false);
  const { certainty, reasons } = view.likeness;
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const meaning = { for: t("whyFor"), against: t("whyAgainst"), nothing: t("whyNothing") };
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      {certainty === "unlikely" ? (
        <StatusBadge tone="neutral" icon={<CircleHelp />}>
          {t("unlikely")}
        </StatusBadge>
      ) : (
        <CertaintyBadge certainty={certainty} />
      )}
      <Button look="quiet" size="small" onClick={() => setAsked(true)}>
        {t("why")}
      </Button>
      <Dialog
        isOpen={asked}
        onClose={() => setAsked(false)}
        title={t("whyTitle", numbers)}
        footer={<Button onClick={() => setAsked(false)}>{t("whyClose")}</Button>}
      >
        <DataTable
          caption={t("whyTitle", numbers)}
          captionHidden
          items={[...reasons]}
          itemKey={({ field }) => field}
          columns={[
            { key: "field", label: words("field"), cell: ({ field }) => words(`fields.${field}`) },
            {
              key: "agreement",
              label: words("agreement"),
              cell: (each) => <AgreementBadge compared={each} />,
            },
            { key: "speaks", label: t("whyCounts"), cell: ({ speaks }) => meaning[speaks] },
          ]}
        />
      </Dialog>
    </p>
  );
}
