"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { showToast } from "@/app/_ui/toast-queue";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import { ProvedAct } from "@/app/login/proved-act";
import { PortalStateBadge } from "../_parts/portal-state";
import { ResendActivation } from "./resend-activation";

/** Whether someone can sign in to the portal; switching that off and on, and taking away a lost second factor. */
export function AccountCard({ account }: { account: Outputs["portalAccounts"]["view"] }) {
  const t = useTranslations("portalAccounts");
  const factor = useTranslations("secondFactor");
  const trpc = useTRPC();
  const { portalAccounts } = useTRPCClient();
  const router = useRouter();
  const {
    id: accountId,
    name,
    email,
    state,
    clients,
    createdAt,
    disabledAt,
    version,
    secondFactor,
  } = account;
  const disabled = { term: t("disabledOn"), value: <Moment value={disabledAt ?? 0} format="near" /> };
  const whenRemoved = () => {
    showToast(factor("removed"));
    router.refresh();
  };
  return (
    <Card title={t("account")}>
      <DefinitionList
        items={[
          { term: t("state"), value: <PortalStateBadge state={state} /> },
          { term: t("email"), value: <span className="break-all">{email}</span> },
          { term: t("clients"), value: t("clientCount", { count: clients }) },
          {
            term: factor("colleague"),
            value: factor(secondFactor === "confirmed" ? "colleagueOn" : "colleagueOff"),
          },
          { term: t("madeOn"), value: <Moment value={createdAt} format="near" /> },
          ...(disabledAt === null ? [] : [disabled]),
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {state === "invited" && <ResendActivation accountId={accountId} />}
        {secondFactor === "confirmed" && (
          <ProvedAct
            act={(password) => portalAccounts.removeSecondFactor.mutate({ accountId, password })}
            onDone={whenRemoved}
            look="danger-quiet"
            text={factor("remove")}
            title={factor("removeTitle", { name })}
            lines={[factor("removeLine", { name }), factor("removeLine2", { name })]}
            backLabel={factor("removeBack")}
          />
        )}
        {state === "off" ? (
          <AskedAct
            harmless
            act={trpc.portalAccounts.enable.mutationOptions()}
            input={{ accountId, version }}
            text={t("enable")}
            title={t("enableTitle", { name })}
            lines={[t("enableLine1", { name })]}
            actLabel={t("enable")}
            backLabel={t("enableBack")}
            busy={t("enabling")}
            done={t("enabled")}
          />
        ) : (
          <AskedAct
            look="danger-quiet"
            act={trpc.portalAccounts.disable.mutationOptions()}
            input={{ accountId, version }}
            text={t("disable")}
            title={t("disableTitle", { name })}
            lines={[t("disableLine1", { name }), t("disableLine2", { name }), t("disableLine3", { name })]}
            actLabel={t("disable")}
            backLabel={t("disableBack")}
            busy={t("disabling")}
            done={t("disabled")}
          />
        )}
      </div>
    </Card>
  );
}
