"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { showToast } from "@/app/_ui/toast-queue";
import { EnrolApp } from "@/app/login/enrol-app";
import { RecoveryCodes } from "@/app/login/recovery-codes";
import { useSecondFactorApi } from "@/app/login/side";
import { SecondFactorActs } from "./second-factor-acts";

export type OwnSecondFactor = Outputs["account"]["page"]["secondFactor"];
type Begun = Outputs["secondFactor"]["begin"];

/** One's own second factor: whether it is on, and the ways to turn it on, replace the app, make codes, turn it off. */
export function SecondFactorCard({ factor }: { factor: OwnSecondFactor }) {
  const t = useTranslations("secondFactor");
  const router = useRouter();
  const api = useSecondFactorApi();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  const confirmed = (recoveryCodes: string[]) => {
    setBegun(undefined);
    setCodes(recoveryCodes);
    showToast(t("turnedOn"));
    router.refresh();
  };
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        {codes && (
          <RecoveryCodes codes={codes} doneLabel={t("codesDone")} onDone={() => setCodes(undefined)} />
        )}
        {begun && (
          <>
            <EnrolApp
              begun={begun}
              confirm={(code) => api.confirm.mutate({ code })}
              onConfirmed={confirmed}
            />
            <div>
              <Button size="small" onClick={() => setBegun(undefined)}>
                {t("stop")}
              </Button>
            </div>
          </>
        )}
        {!codes && !begun && <SecondFactorActs factor={factor} onBegun={setBegun} onCodes={setCodes} />}
      </div>
    </Card>
  );
}
