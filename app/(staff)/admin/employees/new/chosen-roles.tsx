"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { reachWords } from "@/app/(staff)/_rights/reach-words";
import type { Choices, Gift } from "../_parts/role-choice";

type ChosenRolesProps = { roles: Gift[]; choices: Choices; onRemove: (at: number) => void };

/** The roles a new employee will get. */
export function ChosenRoles({ roles, choices, onRemove }: ChosenRolesProps) {
  const t = useTranslations("employees");
  const rights = useTranslations("rights");
  if (roles.length === 0) return null;
  const words = ({ roleId, reach }: Gift) => {
    const role = choices.roles.find(({ id }) => id === roleId)?.name ?? "";
    const place = reach.kind === "location" && choices.locations.find(({ code }) => code === reach.code);
    const named =
      reach.kind === "location" ? { kind: reach.kind, name: place ? place.name : reach.code } : reach;
    return { role, reach: reachWords(named, rights) };
  };
  return (
    <ul aria-label={t("chosenRoles")} className="divide-y divide-line">
      {roles.map((gift, at) => {
        const { role, reach } = words(gift);
        return (
          <li key={`${gift.roleId} ${reach}`} className="flex items-center justify-between gap-2 py-1.5">
            <span>
              <b>{role}</b>
              <span className="text-muted">, {reach}</span>
            </span>
            <Button
              size="small"
              look="quiet"
              icon={<X />}
              aria-label={t("removeChoice", { role })}
              onClick={() => onRemove(at)}
            />
          </li>
        );
      })}
    </ul>
  );
}
