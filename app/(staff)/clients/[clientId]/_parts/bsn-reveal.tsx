"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { BsnField } from "./bsn-field";

/** The masked BSN of a client, whole on request; the whole one is not kept. */
export function BsnReveal({ clientId, masked }: { clientId: string; masked: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      queries.fetchQuery(trpc.clients.bsn.queryOptions({ clientId }, { gcTime: 0, staleTime: 0 })),
  });
  const reveal = () =>
    ask.mutateAsync().then(
      (bsn) => ({ bsn: bsn ?? masked }),
      (error: Error) => ({ message: error.message }),
    );
  return <BsnField masked={masked} reveal={reveal} />;
}
