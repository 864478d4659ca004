"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { formatDay } from "@/app/_ui/dates";
import { ClientSearch } from "./client-search";

const shown = 10;

/** The client search of the top bar, asking our API by POST. */
export function StaffSearch() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const t = useTranslations("merged");
  const find = useCallback(
    async (term: string) => {
      const { lines } = await queries.fetchQuery(
        trpc.clients.search.queryOptions({ search: term, size: shown }),
      );
      return lines.map((line) => ({
        number: String(line.number),
        name: line.name,
        about: [
          line.birthDate && formatDay(line.birthDate),
          line.formerly === null ? line.number : t("into", { former: line.formerly, number: line.number }),
          line.places[0]?.location,
        ]
          .filter(Boolean)
          .join(", "),
      }));
    },
    [queries, trpc, t],
  );
  return <ClientSearch find={find} />;
}
