"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import type { Person } from "./sharing-desk";

type RoleActProps = { clientId: string; person: Person };

/** Hands the dossier over, after saying what that means. */
export function OwnerAct({ clientId, person }: RoleActProps) {
  const t = useTranslations("sharing");
  const trpc = useTRPC();
  const [requestKey] = useState(() => crypto.randomUUID());
  const { name, rowId } = person;
  return (
    <AskedAct
      act={trpc.sharing.transfer.mutationOptions()}
      input={{ clientId, rowId, requestKey }}
      text={t("makeOwner")}
      label={t("makeOwnerOf", { name })}
      title={t("makeOwnerTitle", { name })}
      lines={[t("makeOwnerGives", { name }), t("makeOwnerTakes"), t("makeOwnerLast"), t("mails")]}
      actLabel={t("makeOwnerAct")}
      backLabel={t("makeOwnerBack")}
      busy={t("busy")}
      done={t("madeOwner", { name })}
    />
  );
}

/** Takes someone's role away. */
export function RemoveAct({ clientId, person }: RoleActProps) {
  const t = useTranslations("sharing");
  const trpc = useTRPC();
  const { name, rowId } = person;
  return (
    <AskedAct
      act={trpc.sharing.remove.mutationOptions()}
      input={{ clientId, rowId }}
      text={t("remove")}
      label={t("removeOf", { name })}
      title={t("removeTitle", { name })}
      lines={[t("removeNow", { name }), t("removeReach"), t("removeStays"), t("mailsAround")]}
      actLabel={t("removeAct")}
      backLabel={t("removeBack")}
      busy={t("busy")}
      done={t("removed", { name })}
    />
  );
}

/** Gives up one's own role. */
export function LeaveAct({ clientId, person }: RoleActProps) {
  const t = useTranslations("sharing");
  const trpc = useTRPC();
  return (
    <AskedAct
      act={trpc.sharing.leave.mutationOptions()}
      input={{ clientId, rowId: person.rowId }}
      text={t("leave")}
      title={t("leaveTitle")}
      lines={[t("leaveNow"), t("leaveReach"), t("leaveBackAgain"), t("mailsAround")]}
      actLabel={t("leaveAct")}
      backLabel={t("leaveBack")}
      busy={t("busy")}
      done={t("left")}
      next="/clients"
    />
  );
}
