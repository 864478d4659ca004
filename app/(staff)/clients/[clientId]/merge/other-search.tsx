"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { formatDay } from "@/app/_ui/dates";
import { PageLink } from "@/app/_ui/page-link";
import { TextField } from "@/app/_ui/text-field";
import { useClientHits } from "@/app/(staff)/_shell/use-client-hits";

const SHOWN = 10;

/** Finds the second client; what is typed goes by POST and never into the address. */
export function OtherSearch({ clientId }: { clientId: string }) {
  const t = useTranslations("merge");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const find = useCallback(
    async (term: string) => {
      const { lines } = await queries.fetchQuery(
        trpc.clients.search.queryOptions({ search: term, size: SHOWN }),
      );
      return lines
        .filter(({ number }) => String(number) !== clientId)
        .map(({ number, name, birthDate, places }) => ({
          number: String(number),
          name,
          about: [number, birthDate && formatDay(birthDate), places[0]?.location].filter(Boolean).join(", "),
        }));
    },
    [queries, trpc, clientId],
  );
  const { term, setTerm, hits, state } = useClientHits(find);
  return (
    <search className="grid gap-2">
      <TextField
        type="search"
        autoComplete="off"
        label={t("findLabel")}
        hint={t("findHint")}
        value={term}
        onChange={(event) => setTerm(event.target.value)}
      />
      {hits.length > 0 && (
        <ul aria-label={t("findHits")} className="divide-y divide-line">
          {hits.map(({ number, name, about }) => (
            <li key={number} className="py-1.5">
              <PageLink href={`/clients/${clientId}/merge/${number}`}>{name}</PageLink>
              <span className="block text-sm text-muted">{about}</span>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="text-sm text-muted">
        {hits.length === 0 && (state !== "idle" || term !== "") && t(`findState.${state}`)}
      </p>
    </search>
  );
}
