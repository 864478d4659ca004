"use client";

import { Ban, CircleCheck, Clock, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { dayAt } from "@/app/_ui/dates";
import { EmptyState } from "@/app/_ui/empty-state";
import { FileDownload } from "@/app/_ui/file-download";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Day } from "@/app/_ui/time";
import { AskedAct } from "../../_rights/asked-act";
import { InviteButton } from "./invite-button";

type CarenClient = Outputs["caren"]["client"];
type Invitation = CarenClient["invitations"][number];

/** Verstuurde uitnodigingen: the open one with its letter, and what became of the others. */
export function InvitationsCard({ client }: { client: CarenClient }) {
  const t = useTranslations("onsClient");
  const { invitations, may } = client;
  return (
    <Card flush title={t("sentInvitations")} aside={may.invite && <InviteButton client={client} />}>
      <p className="px-pad py-2 text-sm text-muted">{t("invitationsNote")}</p>
      {invitations.length === 0 ? (
        <EmptyState title={t("noInvitations")}>
          <p>{t("noInvitationsHelp")}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t("sentInvitations")}
          captionHidden
          items={invitations}
          itemKey={({ id }) => id}
          columns={[
            { key: "sent", label: t("sent"), cell: ({ madeAt }) => <Day value={dayAt(madeAt)} /> },
            { key: "by", label: t("by"), cell: ({ madeBy }) => madeBy },
            { key: "state", label: t("state"), cell: (each) => <InvitationState invitation={each} /> },
            {
              key: "acts",
              label: t("acts"),
              labelHidden: true,
              cell: (each) => <InvitationActs client={client} invitation={each} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

const LOOKS = {
  open: { tone: "warning", icon: <Mail /> },
  redeemed: { tone: "success", icon: <CircleCheck /> },
  revoked: { tone: "neutral", icon: <Ban /> },
  expired: { tone: "neutral", icon: <Clock /> },
  replaced: { tone: "neutral", icon: <Ban /> },
} as const;

function InvitationState({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("onsClient");
  const { state, expiresAt, endedAt } = invitation;
  const day = (at: number) => () => <Day value={dayAt(at)} />;
  return (
    <StatusBadge {...LOOKS[state]}>
      <span>
        {state === "open"
          ? t.rich("openUntil", { moment: day(expiresAt) })
          : t.rich(`ended.${state}`, { moment: day(endedAt ?? expiresAt) })}
      </span>
    </StatusBadge>
  );
}

function InvitationActs({ client, invitation }: { client: CarenClient; invitation: Invitation }) {
  const t = useTranslations("onsClient");
  const trpc = useTRPC();
  const { id, state, hasLetter } = invitation;
  const { may, person } = client;
  const clientId = String(person.number);
  if (state !== "open") return null;
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      {may.invite && hasLetter && (
        <FileDownload
          address={`/api/caren-letters/${id}`}
          name={`caren-uitnodiging-${clientId}.pdf`}
          title={t("letter")}
        />
      )}
      {may.edit && (
        <AskedAct
          act={trpc.caren.revoke.mutationOptions()}
          input={{ clientId, invitationId: id }}
          text={t("revoke")}
          title={t("revokeTitle")}
          lines={[t("revokeCode"), t("revokeStays")]}
          actLabel={t("revokeAct")}
          backLabel={t("revokeBack")}
          busy={t("revokeBusy")}
          done={t("revoked")}
        />
      )}
    </span>
  );
}
