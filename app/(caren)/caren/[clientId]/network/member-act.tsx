"use client";

import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";

type Person = Outputs["portalCaren"]["network"]["people"][number];

/** Takes someone out of the network, or oneself; asked first. */
export function MemberAct({ clientId, person }: { clientId: string; person: Person }) {
  const t = useTranslations("portalNetwork");
  const { portalCaren } = useTRPC();
  const { name, relationId, you } = person;
  const words = you
    ? {
        text: t("leave"),
        title: t("leaveTitle"),
        lines: [t("leaveNow"), t("leaveOther")],
        actLabel: t("leaveAct"),
        done: t("left"),
        next: "/caren",
      }
    : {
        text: t("remove"),
        label: t("removeOf", { name }),
        title: t("removeTitle", { name }),
        lines: [t("removeNow", { name }), t("removeStays")],
        actLabel: t("removeAct"),
        done: t("removed", { name }),
      };
  return (
    <AskedAct
      {...words}
      act={portalCaren.removeMember.mutationOptions()}
      input={{ clientId, relationId }}
      backLabel={t("removeBack")}
      busy={t("busy")}
    />
  );
}
