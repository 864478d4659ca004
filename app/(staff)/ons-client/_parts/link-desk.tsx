import type { Outputs } from "@/app/_trpc/outputs";
import { cx } from "@/app/_ui/cx";
import { AccountCard } from "./account-card";
import { CarenSilentNotice } from "./caren-said";
import { HistoryCard } from "./history-card";
import { InvitationsCard } from "./invitations-card";

type LinkDeskProps = {
  client: Outputs["caren"]["client"];
  /** Everything under each other: the page has columns of its own. */
  narrow?: boolean;
};

/** All there is to see and do about one client and Caren; the same here and under Cliëntnetwerk. */
export function LinkDesk({ client, narrow }: LinkDeskProps) {
  return (
    <>
      <CarenSilentNotice caren={client.caren} />
      <div
        className={cx(
          "grid grid-cols-[minmax(0,1fr)] items-start gap-gap",
          !narrow && "desk:grid-cols-[minmax(0,1fr)_20rem]",
        )}
      >
        <div className="grid min-w-0 gap-gap">
          <InvitationsCard client={client} />
          <HistoryCard client={client} />
        </div>
        <AccountCard client={client} />
      </div>
    </>
  );
}
