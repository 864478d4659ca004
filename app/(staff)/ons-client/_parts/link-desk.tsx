import type { Outputs } from "@/app/_trpc/outputs";
import { AccountCard } from "./account-card";
import { CarenSilentNotice } from "./caren-said";
import { HistoryCard } from "./history-card";
import { InvitationsCard } from "./invitations-card";

/** All there is to see and do about one client and Caren; the same here and under Cliëntnetwerk. */
export function LinkDesk({ client }: { client: Outputs["caren"]["client"] }) {
  return (
    <>
      <CarenSilentNotice caren={client.caren} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-gap desk:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-gap">
          <InvitationsCard client={client} />
          <HistoryCard client={client} />
        </div>
        <AccountCard client={client} />
      </div>
    </>
  );
}
