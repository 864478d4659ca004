"use client";

import { useMutation } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import { refusalText } from "@/app/login/refusal-text";
import { FoundClient } from "./found-client";

/** Finds one client by a whole number, then opens their dossier. What is typed goes by POST and into no address. */
export function EmergencyDesk() {
  const t = useTranslations("emergency");
  const api = useTRPCClient();
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState(false);
  const search = useMutation({
    mutationFn: (sought: string) => api.emergency.find.query({ sought }),
    // A BSN is not kept longer than its answer takes.
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (search.isPending) return;
    setMissing(typed.trim() === "");
    if (typed.trim() === "") document.getElementById("sought")?.focus();
    else search.mutate(typed);
  };
  const { data, error } = search;
  return (
    <>
      <form noValidate className="max-w-152" onSubmit={submit}>
        <TextField
          id="sought"
          label={t("sought")}
          hint={t("soughtHint")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={typed}
          error={missing ? t("soughtMissing") : undefined}
          onChange={(event) => setTyped(event.target.value)}
          beside={
            <Button type="submit" look="primary" icon={<Search />} busy={search.isPending && t("searching")}>
              {t("search")}
            </Button>
          }
        />
      </form>
      {error && (
        <Notice tone="danger" announce>
          <p>{refusalText(error, t("noAnswer"))}</p>
        </Notice>
      )}
      {data && data.outcome !== "found" && (
        <Notice tone="neutral" announce title={t(`${data.outcome}Title`)}>
          <p>{t(data.outcome)}</p>
        </Notice>
      )}
      {data?.outcome === "found" && <FoundClient key={data.client.number} found={data} />}
    </>
  );
}
