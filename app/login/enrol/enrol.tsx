"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { EnrolApp } from "../enrol-app";
import { RecoveryCodes } from "../recovery-codes";
import { refusalText } from "../refusal-text";
import { useSecondFactorApi, useSide } from "../side";

/** Gets a first app before signing in for the first time: begin, confirm, keep the recovery codes, go on. */
export function Enrol() {
  const t = useTranslations("secondFactor");
  const api = useSecondFactorApi();
  const { becomeFull, home } = useSide();
  const [codes, setCodes] = useState<string[]>();
  const begin = useMutation({ mutationFn: () => api.beginFirst.mutate(), gcTime: 0 });
  const confirm = async (code: string) => {
    const confirmed = await api.confirmFirst.mutate({ code });
    // The codes are shown whatever becomes of this: they are nowhere else, and signing in can be done again.
    await becomeFull().catch(() => undefined);
    return confirmed;
  };
  if (codes)
    return <RecoveryCodes codes={codes} doneLabel={t("goOn")} onDone={() => window.location.assign(home)} />;
  if (begin.data) return <EnrolApp begun={begin.data} confirm={confirm} onConfirmed={setCodes} />;
  return (
    <>
      <p>{t("enrolNeed")}</p>
      {begin.error && (
        <Notice tone="danger" announce>
          <p>{refusalText(begin.error, t("noAnswer"))}</p>
        </Notice>
      )}
      <div>
        <Button look="primary" busy={begin.isPending && t("beginBusy")} onClick={() => begin.mutate()}>
          {t("begin")}
        </Button>
      </div>
    </>
  );
}
