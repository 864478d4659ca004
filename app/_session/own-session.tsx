"use client";

import { useMemo } from "react";
import { useAccountClient } from "@/app/login/side";
import { SessionWatch } from "./session-watch";
import { SignInAgain } from "./sign-in-again";
import { unlessEnded } from "./unless-ended";
import type { TimeLeft } from "./watch-session";

type OwnSessionProps = { owner: { id: string; name: string }; first: TimeLeft };

/** Watches the session of who is signed in, as staff or in the portal: warns, and signs in over the page once it ended. */
export function OwnSession({ owner, first }: OwnSessionProps) {
  const account = useAccountClient();
  const calls = useMemo(
    () => ({
      holderId: owner.id,
      ask: () => unlessEnded(account.timeLeft.query()),
      stay: () => unlessEnded(account.stay.mutate()),
    }),
    [account, owner.id],
  );
  return (
    <SessionWatch
      calls={calls}
      first={first}
      signIn={(dialog) => <SignInAgain owner={owner} {...dialog} />}
    />
  );
}
