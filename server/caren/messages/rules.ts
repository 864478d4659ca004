import type { RelationKind } from "../../access/relations";
import type { CarenStatus } from "../kinds";

/** Whom a message goes to, by the communication options that are on. */
export function kindsOf(options: { messagesToNetwork: boolean; messagesToClient: boolean }): RelationKind[] {
  return [
    ...(options.messagesToNetwork ? (["network"] as const) : []),
    ...(options.messagesToClient ? (["client", "representative"] as const) : []),
  ];
}

/** Why a client is not reached by a message. */
export const UNREACHED = [
  "not-linked",
  "invited",
  "unknown",
  "out-of-care",
  "account-off",
  "not-agreed",
  "option-off",
] as const;
export type Unreached = (typeof UNREACHED)[number];

/** What is known of one client at a location, for a message. */
export interface ClientFacts {
  /** How the client stands with Caren */
  status: CarenStatus;
  /** Accounts that get it */
  accounts: number;
  /** Left care, or died */
  outOfCare: boolean;
  /** Someone it is for has an account that is switched off */
  accountOff: boolean;
  /** Someone it is for has not agreed to looking along */
  notAgreed: boolean;
  /** There is someone, whom no communication option that is on is for */
  optionOff: boolean;
}

/** Why a client is not reached; nothing when they are. */
export function whyUnreached(facts: ClientFacts): Unreached | undefined {
  if (facts.status === "unknown") return "unknown";
  if (facts.outOfCare) return "out-of-care";
  if (facts.accounts > 0) return undefined;
  if (facts.accountOff) return "account-off";
  if (facts.notAgreed) return "not-agreed";
  if (facts.optionOff) return "option-off";
  return facts.status === "invited" ? "invited" : "not-linked";
}

/** Why a recipient was passed over when their turn came. */
export const SKIPPED = ["unlinked", "account-off", "out-of-care", "moved"] as const;
export type Skipped = (typeof SKIPPED)[number];

/** What holds of a recipient at the moment it is their turn. */
export interface RecipientFacts {
  linked: boolean;
  active: boolean;
  inCare: boolean;
  /** The client is at one of the places the sender reaches and the message is for */
  here: boolean;
}

/** Why a recipient is passed over; nothing when it is delivered. */
export function whySkipped({ linked, active, inCare, here }: RecipientFacts): Skipped | undefined {
  if (!linked) return "unlinked";
  if (!active) return "account-off";
  if (!inCare) return "out-of-care";
  return here ? undefined : "moved";
}

/** Why a message stopped halfway. */
export const STOPPED = ["right-withdrawn", "options-off", "caren-off", "cancelled", "failed"] as const;
export type Stopped = (typeof STOPPED)[number];

/** A stored reason, when it is one of the closed list. */
export function stoppedOf(text: string | null): Stopped | null {
  return STOPPED.find((known) => known === text) ?? null;
}

/** A stored reason, when it is one of the closed list. */
export function skippedOf(text: string | null): Skipped | null {
  return SKIPPED.find((known) => known === text) ?? null;
}
