"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { saveFile } from "@/app/_ui/save-file";

/** Adressenlijst: who may be approached for this party's questionnaire, as it stands at this moment. */
export function AddressListCard({ partyId, party }: { partyId: string; party: string }) {
  const t = useTranslations("parties");
  const saving = useMutation({
    mutationFn: () => saveFile("/api/address-lists", "adressenlijst.xlsx", { partyId }),
  });
  const outcome = saving.data;
  const problem =
    outcome === "no-answer" ? t("noAnswer") : typeof outcome === "object" ? outcome.refusal : undefined;
  return (
    <Card title={t("addressList")}>
      <div className="grid gap-3">
        <p>{t("addressListWhat", { party })}</p>
        <p className="text-muted">{t("addressListGuard")}</p>
        {problem && (
          <Notice tone="danger" announce>
            <p>{problem}</p>
          </Notice>
        )}
        {outcome === "saved" && (
          <Notice tone="success" announce>
            <p>{t("addressListSaved")}</p>
          </Notice>
        )}
        {saving.isPending && <Making />}
        <div>
          <Button
            look="primary"
            icon={<Download />}
            busy={saving.isPending && t("addressListMaking")}
            onClick={() => saving.mutate()}
          >
            {t("addressListAct")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** That it goes on, and how long already: each client is asked and logged by itself, which takes a while for many. */
function Making() {
  const t = useTranslations("parties");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - begun) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice tone="info">
      <p role="status">{t("addressListWait")}</p>
      <p className="text-sm text-muted">{t("addressListSeconds", { seconds })}</p>
    </Notice>
  );
}
