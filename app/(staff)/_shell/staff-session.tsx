"use client";

import { useMemo } from "react";
import { SessionWatch } from "@/app/_session/session-watch";
import { unlessEnded } from "@/app/_session/unless-ended";
import type { TimeLeft } from "@/app/_session/watch-session";
import { useTRPCClient } from "@/app/_trpc/client";
import { SignInAgain } from "../clients/[clientId]/dossier/_writing/sign-in-again";

type StaffSessionProps = { owner: { id: string; name: string }; first: TimeLeft };

/** Watches the session of who works here. */
export function StaffSession({ owner, first }: StaffSessionProps) {
  const client = useTRPCClient();
  const calls = useMemo(
    () => ({
      holderId: owner.id,
      ask: () => unlessEnded(client.account.timeLeft.query()),
      stay: () => unlessEnded(client.account.stay.mutate()),
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
