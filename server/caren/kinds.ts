/** How a client stands with Caren (CONTRACT.md). */
export const CAREN_STATUSES = ["linked", "invited", "not-linked", "unknown"] as const;
export type CarenStatus = (typeof CAREN_STATUSES)[number];

/** How Caren is reached: the portal in this application, one elsewhere, or not used. */
export const CAREN_DRIVERS = {
  embedded: "Ingebouwd portaal",
  http: "Caren op een ander adres",
  none: "Niet in gebruik",
} as const;
export type CarenDriver = keyof typeof CAREN_DRIVERS;

/** What someone is in the network of a client: the first is beheerder and may add others. */
export const CAREN_ROLES = { manager: "Beheerder", member: "Netwerklid" } as const;
export type CarenRole = keyof typeof CAREN_ROLES;

/** How an invitation ended. */
export type InvitationEnd = "redeemed" | "revoked" | "expired" | "replaced";

/** What a Caren elsewhere is told. */
export type CarenCommand = "invite" | "end-invitation" | "unlink";

/** How far a location message is. */
export type MessageState = "scheduled" | "sending" | "sent" | "withdrawn" | "stopped";

/** How far a location message is with one person. */
export type RecipientState = "waiting" | "delivered" | "read" | "skipped";

/** How far the notice by mail is; `none`: they want none, or it is on the row of another client. */
export type NoticeState = "none" | "waiting" | "sent" | "failed" | "uncertain";
