"use client";

import { CircleCheck, CircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import type { Instrument } from "./instrument-card";

type InstrumentSwitchProps = {
  instrument: Instrument;
  onSwitched: (instrument: Instrument) => void;
  /** Someone else switched: what holds now */
  onReload: (instruments: Instrument[]) => void;
};

/** Whether an instrument is in use, and the button that changes that after saying what it does. */
export function InstrumentSwitch({ instrument, onSwitched, onReload }: InstrumentSwitchProps) {
  const t = useTranslations("clinimetrics");
  const w = useTranslations("writing");
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { code, label, enabled, version, results } = instrument;
  const turn = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await client.clinimetrics.switchInstrument.mutate({
        ...{ instrument: code, enabled: !enabled, version },
      });
      onSwitched({ ...instrument, ...done });
      setAsking(false);
      showToast(t(done.enabled ? "switchedOn" : "switchedOff", { label }));
    } catch (error) {
      const failure = failureOf(error);
      setProblem(
        failure.kind === "signed-out"
          ? w("signedOut")
          : failure.kind === "refused"
            ? failure.sentence
            : w("noAnswer"),
      );
      if (failure.kind === "refused") await client.clinimetrics.instruments.query().then(onReload, () => {});
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="inline-flex items-center gap-1.5 [&>svg]:size-4">
        {enabled ? <CircleCheck /> : <CircleOff />}
        {t(enabled ? "on" : "off")}
      </span>
      <Button size="small" onClick={() => setAsking(true)}>
        {t.rich(enabled ? "turnOff" : "turnOn", {
          label,
          hidden: (words) => <span className="sr-only">{words}</span>,
        })}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        harmless
        title={t(enabled ? "turnOffTitle" : "turnOnTitle", { label })}
        actLabel={t(enabled ? "turnOffAct" : "turnOnAct")}
        backLabel={t("turnBack")}
        busy={busy && w("storing")}
        onAct={() => void turn()}
      >
        <p>{t(enabled ? "turnOffWhat" : "turnOnWhat", { label, count: results })}</p>
        {problem && (
          <Notice tone="danger" announce>
            <p>{problem}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </div>
  );
}
