"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Moment } from "@/app/_ui/time";
import { showToast } from "@/app/_ui/toast-queue";
import { ProvedAct } from "@/app/login/proved-act";
import { useSecondFactorApi } from "@/app/login/side";
import type { OwnSecondFactor } from "./second-factor-card";

type SecondFactorActsProps = {
  factor: OwnSecondFactor;
  onBegun: (begun: Outputs["secondFactor"]["begin"]) => void;
  onCodes: (codes: string[]) => void;
};

/** How one's second factor stands, and what can be done with it; everything asks the password. */
export function SecondFactorActs({ factor, onBegun, onCodes }: SecondFactorActsProps) {
  const t = useTranslations("secondFactor");
  const router = useRouter();
  const api = useSecondFactorApi();
  const { since, codesLeft, required } = factor;
  const begin = (password: string) => api.begin.mutate({ password });
  if (since === null)
    return (
      <>
        <p>{t("off")}</p>
        <p className="text-sm text-muted">{t("enrolNeed")}</p>
        <div>
          <ProvedAct
            act={begin}
            onDone={onBegun}
            look="primary"
            text={t("turnOn")}
            title={t("turnOnTitle")}
            lines={[t("turnOnLine"), t("elsewhere")]}
            backLabel={t("turnOnBack")}
          />
        </div>
      </>
    );
  return (
    <>
      <p>
        {t.rich("onSince", { moment: () => <Moment value={since} format="near" /> })}{" "}
        {t("codesLeft", { count: codesLeft })}
        {required && ` ${t("required")}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <ProvedAct
          act={begin}
          onDone={onBegun}
          text={t("replace")}
          title={t("replaceTitle")}
          lines={[t("replaceLine"), t("elsewhere")]}
          backLabel={t("replaceBack")}
        />
        <ProvedAct
          act={(password) => api.renewCodes.mutate({ password })}
          onDone={({ recoveryCodes }) => {
            onCodes(recoveryCodes);
            router.refresh();
          }}
          text={t("renew")}
          title={t("renewTitle")}
          lines={[t("renewLine"), t("elsewhere")]}
          backLabel={t("renewBack")}
        />
        {!required && (
          <ProvedAct
            act={(password) => api.turnOff.mutate({ password })}
            onDone={() => {
              showToast(t("turnedOff"));
              router.refresh();
            }}
            look="danger-quiet"
            text={t("turnOff")}
            title={t("turnOffTitle")}
            lines={[t("turnOffLine"), t("elsewhere")]}
            backLabel={t("turnOffBack")}
          />
        )}
      </div>
    </>
  );
}
