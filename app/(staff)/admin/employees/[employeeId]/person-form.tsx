"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { ChangeEmployee } from "@/server/employees/input";
import { PersonFields } from "../_parts/person-fields";
import type { Choices } from "../_parts/role-choice";

const Person = ChangeEmployee.pick({ name: true, title: true, expertises: true });
type Fields = z.input<typeof Person>;

type PersonFormProps = {
  employee: Outputs["employees"]["view"];
  expertises: Choices["expertises"];
  onClose: () => void;
};

/**
 * Changes who someone is. Did another change it meanwhile, then what is stored now is shown beside what was typed;
 * saving again is a choice made on what is there.
 */
export function PersonForm({ employee, expertises, onClose }: PersonFormProps) {
  const t = useTranslations("employees");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<Fields>({
    resolver: zodResolver(Person),
    defaultValues: { name: employee.name, title: employee.title, expertises: employee.expertises },
  });
  const change = useMutation(
    trpc.employees.change.mutationOptions({
      onSuccess: () => {
        showToast(t("saved"));
        router.refresh();
        onClose();
      },
      onError: (error) => {
        if (error.data?.reason === "employee-changed") router.refresh();
      },
    }),
  );
  const { isDirty } = form.formState;
  const leave = useUnsaved(isDirty && !change.isSuccess);
  const conflict = change.error?.data?.reason === "employee-changed";
  const submit = form.handleSubmit((fields) =>
    change.mutate({ ...fields, employeeId: employee.id, version: employee.version }),
  );
  return (
    <FormProvider {...form}>
      <form noValidate className="grid gap-3" onSubmit={submit}>
        {change.error && (
          <Notice tone="danger" announce>
            <p>{change.error.data ? change.error.message : words("noAnswer")}</p>
          </Notice>
        )}
        {conflict && (
          <Notice tone="info" title={t("now")}>
            <DefinitionList
              items={[
                { term: t("name"), value: employee.name },
                { term: t("function"), value: employee.title },
                { term: t("expertises"), value: employee.expertiseNames.join(", ") || t("none") },
              ]}
            />
          </Notice>
        )}
        <TextField
          id="name"
          label={t("name")}
          autoComplete="off"
          maxLength={100}
          error={form.formState.errors.name && t("nameMissing")}
          {...form.register("name")}
        />
        <PersonFields expertises={expertises} kept={employee.self ? t("expertisesOwn") : undefined} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={change.isPending && t("saving")}>
            {t("save")}
          </Button>
          <Button onClick={() => leave(onClose)}>{t("cancel")}</Button>
        </div>
      </form>
    </FormProvider>
  );
}
