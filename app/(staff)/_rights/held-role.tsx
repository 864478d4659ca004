import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { EffectList } from "./effect-list";
import { reachWords } from "./reach-words";

type HeldRole = Outputs["account"]["page"]["roles"][number];

/** A role someone holds, with its reach and what that lets them do; `action` at the right. */
export function HeldRole({ role, action }: { role: HeldRole; action?: ReactNode }) {
  const t = useTranslations("rights");
  return (
    <li className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p>
          <b>{role.role}</b>
          <span className="text-muted">, {reachWords(role.reach, t)}</span>
        </p>
        {action}
      </div>
      <EffectList effects={role.effects} />
    </li>
  );
}
