"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { ChosenEffects } from "./chosen-effects";
import { StoredRole } from "./stored-role";
import { TaskBoxes } from "./task-boxes";

type Role = Outputs["roles"]["view"];
type RoleFormProps = {
  tasks: Outputs["roles"]["tasks"];
  /** Absent: a new one */
  role?: Role;
};

/**
 * Name and tasks of a role, and beside them what they let someone do. Did another change it meanwhile, then what is
 * stored now is shown; what was chosen stays.
 */
export function RoleForm({ tasks, role }: RoleFormProps) {
  const t = useTranslations("roles");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const router = useRouter();
  const [name, setName] = useState(role?.name ?? "");
  const [chosen, setChosen] = useState<string[]>(role?.tasks ?? []);
  const [missing, setMissing] = useState(false);
  const make = useMutation(
    trpc.roles.make.mutationOptions({
      onSuccess: ({ roleId }) => {
        showToast(t("made"));
        router.push(`/admin/roles/${roleId}`);
      },
    }),
  );
  const change = useMutation(
    trpc.roles.change.mutationOptions({
      onSuccess: () => {
        showToast(t("saved"));
        router.refresh();
      },
      onError: () => router.refresh(),
    }),
  );
  const asked = role ? change : make;
  const same =
    name === (role?.name ?? "") && [...chosen].sort().join() === [...(role?.tasks ?? [])].sort().join();
  useUnsaved(!same && !make.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") return document.getElementById("role-name")?.focus();
    if (role) change.mutate({ roleId: role.id, version: role.version, name, tasks: chosen });
    else make.mutate({ name, tasks: chosen });
  };
  const { error } = asked;
  const taken = error?.data?.reason === "role-exists" ? error.message : undefined;
  return (
    <form noValidate className="grid items-start gap-gap desk:grid-cols-2" onSubmit={submit}>
      <Card title={t("edit")}>
        <div className="grid gap-3">
          {error && (
            <Notice tone="danger" announce>
              <p>{error.data ? error.message : words("noAnswer")}</p>
            </Notice>
          )}
          {role && error?.data?.reason === "role-changed" && <StoredRole role={role} tasks={tasks} />}
          <TextField
            id="role-name"
            label={t("name")}
            autoComplete="off"
            maxLength={100}
            value={name}
            error={missing ? t("nameMissing") : taken}
            onChange={(event) => {
              setName(event.target.value);
              setMissing(missing && event.target.value.trim() === "");
              // The answer was about the name that stood there.
              if (taken) asked.reset();
            }}
          />
          <TaskBoxes tasks={tasks} chosen={chosen} onChange={setChosen} />
          <div>
            <Button type="submit" look="primary" busy={asked.isPending && t(role ? "saving" : "making")}>
              {t(role ? "save" : "make")}
            </Button>
          </div>
        </div>
      </Card>
      <ChosenEffects chosen={chosen} stored={role} />
    </form>
  );
}
