"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Inputs, Outputs } from "@/app/_trpc/outputs";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";

export type Choices = Outputs["employees"]["choices"];
export type Gift = Inputs["employees"]["make"]["roles"][number];

interface Chosen {
  roleId: string;
  kind: "" | Gift["reach"]["kind"];
  code: string;
}

const NOTHING: Chosen = { roleId: "", kind: "location", code: "" };

/** A role and its reach, being chosen. `take` gives the choice, or `undefined` and says what is missing. */
export function useRoleChoice() {
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const [asked, setAsked] = useState(false);
  const missing = {
    role: chosen.roleId === "",
    location: chosen.kind === "location" && chosen.code === "",
  };
  return {
    chosen,
    missing: asked ? missing : { role: false, location: false },
    choose: (change: Partial<Chosen>) => setChosen({ ...chosen, ...change }),
    clear: () => {
      setChosen(NOTHING);
      setAsked(false);
    },
    take: (): Gift | undefined => {
      setAsked(true);
      if (missing.role || missing.location || chosen.kind === "") return undefined;
      const { roleId, kind, code } = chosen;
      return { roleId, reach: kind === "location" ? { kind, code } : { kind } };
    },
  };
}

type RoleChoiceProps = { choice: ReturnType<typeof useRoleChoice>; choices: Choices };

/** Which role, and where it counts. */
export function RoleChoice({ choice, choices }: RoleChoiceProps) {
  const t = useTranslations("employees");
  const { chosen, missing, choose } = choice;
  const kinds = [
    { value: "location", label: t("reachLocation") },
    ...(choices.everywhere ? [{ value: "everywhere", label: t("reachEverywhere") }] : []),
    { value: "shared", label: t("reachShared") },
  ];
  return (
    <>
      <Select
        id="role"
        label={t("role")}
        placeholder={t("roleChoose")}
        options={choices.roles.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.roleId}
        error={missing.role ? t("roleMissing") : undefined}
        onChange={(event) => choose({ roleId: event.target.value })}
      />
      <RadioGroup
        name="reach"
        label={t("reach")}
        options={kinds}
        value={chosen.kind}
        onChange={(event) => {
          const kind = (["location", "everywhere", "shared"] as const).find(
            (each) => each === event.target.value,
          );
          if (kind) choose({ kind });
        }}
      />
      {chosen.kind === "location" && (
        <Select
          id="location"
          label={t("location")}
          placeholder={t("locationChoose")}
          options={choices.locations.map(({ code, name, depth }) => ({
            value: code,
            label: `${"\u2003".repeat(depth)}${name} (${code})`,
          }))}
          value={chosen.code}
          error={missing.location ? t("locationMissing") : undefined}
          onChange={(event) => choose({ code: event.target.value })}
        />
      )}
    </>
  );
}
