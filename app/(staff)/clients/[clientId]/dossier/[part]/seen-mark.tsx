"use client";

import { useEffect } from "react";
import { useTRPCClient } from "@/app/_trpc/client";

type SeenMarkProps = {
  clientId: string;
  part: string /** Moment of the list on the screen (epoch ms) */;
  asOf: number;
};

/** Tells that this list was on the screen, so that next time only what came after it is new. */
export function SeenMark({ clientId, part, asOf }: SeenMarkProps) {
  const client = useTRPCClient();
  useEffect(() => {
    // When it fails everything stays new, which is the safe side; there is nothing for the reader to do.
    void client.entries.seen.mutate({ clientId, part, asOf }).catch(() => undefined);
  }, [client, clientId, part, asOf]);
  return null;
}
