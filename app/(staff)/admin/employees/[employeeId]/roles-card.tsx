"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import { HeldRole } from "@/app/(staff)/_rights/held-role";
import { reachWords } from "@/app/(staff)/_rights/reach-words";
import type { Choices } from "../_parts/role-choice";
import { GiveRole } from "./give-role";

type RolesCardProps = { employee: Outputs["employees"]["view"]; choices: Choices };

/** The roles someone holds with what each lets them do, taking one away, and giving another. */
export function RolesCard({ employee, choices }: RolesCardProps) {
  const t = useTranslations("employees");
  const rights = useTranslations("rights");
  const trpc = useTRPC();
  const { id, name, version, roles, self } = employee;
  return (
    <Card title={t("roles")}>
      {roles.length === 0 ? (
        <p className="text-sm text-muted">{t("rolesEmpty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {roles.map((held) => {
            const words = { name, role: held.role, reach: reachWords(held.reach, rights) };
            return (
              <HeldRole
                key={held.grantId}
                role={held}
                action={
                  <AskedAct
                    look="danger-quiet"
                    act={trpc.employees.takeRole.mutationOptions()}
                    input={{ employeeId: id, version, grantId: held.grantId }}
                    text={t("take")}
                    label={t("takeLabel", words)}
                    title={t("takeTitle", words)}
                    lines={[t("takeLine1", words), t("takeLine2")]}
                    actLabel={t("takeAct")}
                    backLabel={t("takeBack")}
                    busy={t("taking")}
                    done={t("taken")}
                  />
                }
              />
            );
          })}
        </ul>
      )}
      {!self && <GiveRole employeeId={id} version={version} choices={choices} />}
    </Card>
  );
}
