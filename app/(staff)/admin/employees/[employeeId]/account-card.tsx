"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import { reachWords } from "@/app/(staff)/_rights/reach-words";
import { EmployeeStateBadge } from "../_parts/employee-state";
import { RemoveSecondFactor } from "./remove-second-factor";
import { ResendActivation } from "./resend-activation";

/** Whether they can sign in, how the last mail about it went, and switching it off and on. */
export function AccountCard({ employee }: { employee: Outputs["employees"]["view"] }) {
  const t = useTranslations("employees");
  const mail = useTranslations("mail");
  const factor = useTranslations("secondFactor");
  const rights = useTranslations("rights");
  const trpc = useTRPC();
  const { id, name, version, state, createdAt, disabledAt, lastMail, roles, secondFactor } = employee;
  const roleNames = roles.map(({ role, reach }) => `${role} (${reachWords(reach, rights)})`).join(", ");
  return (
    <Card title={t("account")}>
      <DefinitionList
        items={[
          { term: t("state"), value: <EmployeeStateBadge state={state} /> },
          {
            term: factor("colleague"),
            value: factor(secondFactor === "confirmed" ? "colleagueOn" : "colleagueOff"),
          },
          { term: t("madeOn"), value: <Moment value={createdAt} format="near" /> },
          ...(disabledAt === null
            ? []
            : [{ term: t("disabledOn"), value: <Moment value={disabledAt} format="near" /> }]),
          ...(lastMail === null
            ? []
            : [
                {
                  term: t("lastMail"),
                  value: (
                    <>
                      {mail(`kind.${lastMail.kind}`)}: {mail(`state.${lastMail.state}`)},{" "}
                      <Moment value={lastMail.at} format="near" />
                    </>
                  ),
                },
              ]),
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {state === "not-activated" && <ResendActivation employeeId={id} />}
        {secondFactor === "confirmed" && !employee.self && <RemoveSecondFactor employeeId={id} name={name} />}
        {state === "disabled" ? (
          <AskedAct
            harmless
            act={trpc.employees.enable.mutationOptions()}
            input={{ employeeId: id, version }}
            text={t("enable")}
            title={t("enableTitle", { name })}
            lines={[t("enableLine1", { name, roles: roleNames || t("none") })]}
            actLabel={t("enable")}
            backLabel={t("enableBack")}
            busy={t("enabling")}
            done={t("enabled")}
          />
        ) : (
          <AskedAct
            look="danger-quiet"
            act={trpc.employees.disable.mutationOptions()}
            input={{ employeeId: id, version }}
            text={t("disable")}
            title={t("disableTitle", { name })}
            lines={[t("disableLine1", { name }), t("disableLine2"), t("disableLine3")]}
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
