"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";

/** Removes a role, once nobody holds it. */
export function DeleteRole({ role }: { role: Outputs["roles"]["view"] }) {
  const t = useTranslations("roles");
  const trpc = useTRPC();
  const { id, name, version, holders } = role;
  if (holders.length > 0) {
    return (
      <Button size="small" unavailable={t("deleteHeld")}>
        {t("delete")}
      </Button>
    );
  }
  return (
    <AskedAct
      look="danger-quiet"
      act={trpc.roles.delete.mutationOptions()}
      input={{ roleId: id, version }}
      text={t("delete")}
      title={t("deleteTitle", { name })}
      lines={[t("deleteLine")]}
      actLabel={t("delete")}
      backLabel={t("deleteBack")}
      busy={t("deleting")}
      done={t("deleted")}
      next="/admin/roles"
    />
  );
}
