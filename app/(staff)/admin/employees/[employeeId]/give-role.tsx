"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { type Choices, RoleChoice, useRoleChoice } from "../_parts/role-choice";

type GiveRoleProps = { employeeId: string; version: number; choices: Choices };

/** Gives someone one more role with its reach. Folded until it is wanted. */
export function GiveRole({ employeeId, version, choices }: GiveRoleProps) {
  const t = useTranslations("employees");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const choice = useRoleChoice();
  const give = useMutation(
    trpc.employees.giveRole.mutationOptions({
      onSuccess: () => {
        choice.clear();
        setOpen(false);
        showToast(t("given"));
        router.refresh();
      },
      // The choice stays; the page shows what is so now.
      onError: () => router.refresh(),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const gift = choice.take();
    if (gift) give.mutate({ employeeId, version, ...gift });
  };
  if (!open) {
    return (
      <div className="mt-3 border-t border-line pt-3">
        <Button size="small" onClick={() => setOpen(true)}>
          {t("addRole")}
        </Button>
      </div>
    );
  }
  return (
    <form noValidate className="mt-3 grid gap-3 border-t border-line pt-3" onSubmit={submit}>
      {give.error && (
        <Notice tone="danger" announce>
          <p>{give.error.data ? give.error.message : words("noAnswer")}</p>
        </Notice>
      )}
      <RoleChoice choice={choice} choices={choices} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={give.isPending && t("giving")}>
          {t("give")}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t("giveBack")}
        </Button>
      </div>
    </form>
  );
}
