"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { LoadFailed } from "@/app/_ui/load-failed";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Skeleton } from "@/app/_ui/skeleton";
import { showToast } from "@/app/_ui/toast-queue";
import { FormFields } from "@/app/(staff)/clients/_form/form-fields";
import { FormHead } from "@/app/(staff)/clients/_form/form-head";
import { reasonField } from "@/app/(staff)/clients/_form/reason-field";
import { useFieldForm } from "@/app/(staff)/clients/_form/use-field-form";
import { refusalText } from "@/app/login/refusal-text";
import type { PairView } from "./pair";

type WayOutDialogProps = { view: PairView; onClose: () => void; onDone: () => void };

/** Takes one of the two out of care and removes the BSN there, so that only the other has it. */
export function WayOutDialog({ view, onClose, onDone }: WayOutDialogProps) {
  const t = useTranslations("merge");
  const trpc = useTRPC();
  const [number, setNumber] = useState(view.retired.number);
  const [busy, setBusy] = useState(false);
  const formId = useId();
  const both = [view.survivor, view.retired];
  const other = both.find((each) => each.number !== number) ?? view.survivor;
  const found = useQuery(
    trpc.clients.forms.queryOptions({ clientId: String(number) }, { gcTime: 0, staleTime: 0 }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("wayOutTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("wayOutBack")}</Button>
          <Button type="submit" form={formId} look="danger" busy={busy && t("wayOutBusy")}>
            {t("wayOut", { number })}
          </Button>
        </>
      }
    >
      <RadioGroup
        name="way-out"
        label={t("wayOutWhich")}
        value={String(number)}
        onChange={(event) => setNumber(Number(event.target.value))}
        options={both.map((each) => ({
          value: String(each.number),
          label: t("wayOutClient", { name: each.name, number: each.number }),
        }))}
      />
      {found.error && (
        <LoadFailed message={refusalText(found.error, t("noAnswer"))} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton />}
      {found.data && (
        <WayOutForm
          key={number}
          id={formId}
          number={number}
          other={other.number}
          forms={found.data}
          onBusy={setBusy}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}

type WayOutFormProps = {
  id: string;
  number: number;
  other: number;
  forms: Outputs["clients"]["forms"];
  onBusy: (busy: boolean) => void;
  onDone: () => void;
};

function WayOutForm({ id, number, other, forms, onBusy, onDone }: WayOutFormProps) {
  const t = useTranslations("merge");
  const client = useTRPCClient();
  const clientId = String(number);
  const { care, maskedBsn } = forms;
  const leaves = care.outSince === null;
  const why = { ...reasonField(t("wayOutReason")), key: "bsnReason" };
  const form = useFieldForm({
    id: "way-out",
    fields: [...(leaves ? care.leave : []), ...(maskedBsn ? [why] : [])],
    filled: { date: forms.today, bsnReason: t("wayOutReasonFilled", { number: other }) },
    stamp: forms.stamp,
    send: async ({ values, stamp, requestKey }) => {
      onBusy(true);
      try {
        const { bsnReason = "", ...leaving } = values;
        // What an earlier try did already is not done again.
        const now = await client.clients.forms.query({ clientId });
        if (now.care.outSince === null)
          await client.clients.leaveCare.mutate({ clientId, values: leaving, stamp, requestKey });
        const after = await client.clients.forms.query({ clientId });
        const keyed = { stamp: after.stamp, requestKey: crypto.randomUUID() };
        if (after.maskedBsn) await client.clients.removeBsn.mutate({ clientId, reason: bsnReason, ...keyed });
      } finally {
        onBusy(false);
      }
    },
    onDone: () => {
      showToast(t("wayOutDone", { number }));
      onDone();
    },
  });
  return (
    <form id={id} noValidate className="grid gap-3" onSubmit={(event) => void form.submit(event)}>
      <FormHead form={form} />
      <div>
        {leaves ? (
          <p>{t(care.ending.length > 0 ? "wayOutLeave" : "wayOutLeaveNothing", { number })}</p>
        ) : (
          <p>{t("wayOutIsOut", { number })}</p>
        )}
        {leaves && care.ending.length > 0 && (
          <ul>
            {care.ending.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p>{maskedBsn ? t("wayOutBsn", { masked: maskedBsn, number }) : t("wayOutNoBsn", { number })}</p>
        <p>{t("wayOutStays", { number })}</p>
        <p>{t("wayOutSignal", { left: Math.min(number, other), right: Math.max(number, other) })}</p>
      </div>
      <FormFields form={form} />
    </form>
  );
}
