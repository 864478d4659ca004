"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { ExplainAccess } from "@/server/employees/input";
import { WhyAnswers } from "./why-answers";

const Asked = ExplainAccess.pick({ clientNumber: true });
type Fields = z.input<typeof Asked>;

/** Why this employee may or may not, for any client number. Asked by hand: each look is an event in the log. */
export function WhyCard({ employeeId, name }: { employeeId: string; name: string }) {
  const t = useTranslations("employees");
  const words = useTranslations("passwordLink");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm<Fields>({
    resolver: zodResolver(Asked),
    reValidateMode: "onSubmit",
    defaultValues: { clientNumber: "" },
  });
  const options = (clientNumber: string) =>
    trpc.employees.whyAccess.queryOptions({ employeeId, clientNumber }, { gcTime: 0, staleTime: 0 });
  const ask = useMutation({
    mutationFn: ({ clientNumber }: Fields) => queries.fetchQuery(options(clientNumber)),
  });
  const refused = ask.error && "data" in ask.error && ask.error.data ? ask.error.message : words("noAnswer");
  return (
    <Card title={t("why")}>
      <p className="mb-3 max-w-(--measure) text-sm text-muted">{t("whyNote", { name })}</p>
      <form noValidate className="max-w-100" onSubmit={form.handleSubmit((fields) => ask.mutate(fields))}>
        <TextField
          id="client-number"
          label={t("clientNumber")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          error={form.formState.errors.clientNumber && t("clientNumberWrong")}
          beside={
            <Button type="submit" icon={<Search />} busy={ask.isPending && t("asking")}>
              {t("ask")}
            </Button>
          }
          {...form.register("clientNumber", { setValueAs: (value: string) => value.trim() })}
        />
      </form>
      {ask.error && (
        <div className="mt-3">
          <Notice tone="danger" announce>
            <p>{refused}</p>
          </Notice>
        </div>
      )}
      {ask.data && <WhyAnswers told={ask.data} name={name} />}
    </Card>
  );
}
