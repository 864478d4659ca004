"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { MakeEmployee } from "@/server/employees/input";
import { PersonFields } from "../_parts/person-fields";
import { type Choices, type Gift, RoleChoice, useRoleChoice } from "../_parts/role-choice";
import { ChosenRoles } from "./chosen-roles";

const Person = MakeEmployee.omit({ roles: true, requestKey: true });
type Fields = z.input<typeof Person>;

/** Who, what they know, and which roles they get: made in one go, with the mail. */
export function NewEmployee({ choices }: { choices: Choices }) {
  const t = useTranslations("employees");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const router = useRouter();
  const requestKey = useRef<string>(undefined);
  const [roles, setRoles] = useState<Gift[]>([]);
  const choice = useRoleChoice();
  const form = useForm<Fields>({
    resolver: zodResolver(Person),
    shouldFocusError: false,
    defaultValues: { name: "", email: "", title: "", expertises: [] },
  });
  const make = useMutation(
    trpc.employees.make.mutationOptions({
      onSuccess: ({ employeeId }) => {
        showToast(t("made"));
        router.push(`/admin/employees/${employeeId}`);
      },
      // The same click tried again after no answer is the same employee; after a refusal it is another attempt.
      onError: (error) => {
        if (error.data) requestKey.current = undefined;
      },
    }),
  );
  const add = (): Gift[] | undefined => {
    const gift = choice.take();
    if (!gift) return undefined;
    const more = [...roles, gift];
    setRoles(more);
    choice.clear();
    return more;
  };
  const submit = form.handleSubmit((fields) => {
    // A role that was chosen but not yet added was meant to be given.
    const given = choice.chosen.roleId === "" ? roles : add();
    if (!given) return;
    requestKey.current ??= crypto.randomUUID();
    make.mutate({ ...fields, roles: given, requestKey: requestKey.current });
  });
  const { errors, isDirty } = form.formState;
  useUnsaved((isDirty || roles.length > 0) && !make.isSuccess);
  const said = useMemo(
    () => ({
      name: { fieldId: "name", message: t("nameMissing") },
      email: { fieldId: "email", message: t("emailWrong") },
      title: { fieldId: "title", message: t("functionMissing") },
    }),
    [t],
  );
  const problems = (["name", "email", "title"] as const).flatMap((key) => (errors[key] ? [said[key]] : []));
  const taken = make.error?.data?.reason === "employee-exists" ? make.error.message : undefined;
  /** The answer was about the address that stood there */
  const forget = () => taken && make.reset();
  return (
    <FormProvider {...form}>
      <form noValidate className="grid max-w-200 gap-gap" onSubmit={submit}>
        <ErrorSummary key={form.formState.submitCount} problems={problems} />
        {make.error && (
          <Notice tone="danger" announce>
            <p>{make.error.data ? make.error.message : words("noAnswer")}</p>
          </Notice>
        )}
        <Card title={t("person")}>
          <div className="grid gap-3">
            <TextField
              id="name"
              label={t("name")}
              autoComplete="off"
              maxLength={100}
              error={errors.name && t("nameMissing")}
              {...form.register("name")}
            />
            <TextField
              id="email"
              type="email"
              label={t("email")}
              hint={t("emailHint")}
              autoComplete="off"
              maxLength={200}
              error={errors.email ? t("emailWrong") : taken}
              {...form.register("email", { setValueAs: (value: string) => value.trim(), onChange: forget })}
            />
            <PersonFields expertises={choices.expertises} />
          </div>
        </Card>
        <Card title={t("roles")}>
          <div className="grid gap-3">
            <ChosenRoles
              roles={roles}
              choices={choices}
              onRemove={(at) => setRoles(roles.toSpliced(at, 1))}
            />
            <RoleChoice choice={choice} choices={choices} />
            <div>
              <Button size="small" onClick={() => add()}>
                {t("addRole")}
              </Button>
            </div>
          </div>
        </Card>
        <div>
          <Button type="submit" look="primary" busy={make.isPending && t("making")}>
            {t("make")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
