"use client";

import { useMemo } from "react";
import { SessionWatch } from "@/app/_session/session-watch";
import { unlessEnded } from "@/app/_session/unless-ended";
import type { TimeLeft } from "@/app/_session/watch-session";
import { useTRPCClient } from "@/app/_trpc/client";
import { SignInAgain } from "@/app/(staff)/clients/[clientId]/dossier/_writing/sign-in-again";

type PortalSessionProps = { owner: { id: string; name: string }; first: TimeLeft };

/** Watches the session of who is signed in to the portal: warns, and signs in over the page once it ended. */
export function PortalSession({ owner, first }: PortalSessionProps) {
  const client = useTRPCClient();
  const calls = useMemo(
    () => ({
      holderId: owner.id,
      ask: () => unlessEnded(client.portal.timeLeft.query()),
      stay: () => unlessEnded(client.portal.stay.mutate()),
    }),
    [client, owner.id],
  );
  return (
    <SessionWatch
      calls={calls}
      first={first}
      signIn={(dialog) => <SignInAgain owner={owner} {...dialog} />}
    />
  );
}
