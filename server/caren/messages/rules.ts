import type { RelationKind } from "../../access/relations";
import type { CarenStatus } from "../kinds";

/** The most signs of a message, counted as people see them (DOMAIN.md 7). */
export const MESSAGE_LENGTH = 64_000;
/** A sign can be built of many parts; a text of nothing but such signs is still bounded. */
const MOST_UNITS = 4 * MESSAGE_LENGTH;

/** Each of these is one sign as people see it, so that they need no cutting up. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*$/;
const signs = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** How much of a text is cut up at a time: a long text as a whole takes minutes. */
const WINDOW = 256;
const HALF = /^[\ud800-\udbff]$/;

/** How many signs a text has, as people see them: a flag or a face with a skin colour is one. */
export function countSigns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let [count, from, window] = [0, 0, WINDOW];
  while (from < text.length) {
    // Not through the middle of a character: half of one is a sign of its own.
    const to = from + window - (HALF.test(text.charAt(from + window - 1)) ? 1 : 0);
    const found = [...signs.segment(text.slice(from, to))];
    const isEnd = to >= text.length;
    const last = found.at(-1);
    if (isEnd || !last) return count + found.length;
    // The last sign of a piece may go on in the next: it is the first of that one.
    count += found.length - 1;
    from += last.index;
    window = last.index === 0 ? window * 2 : WINDOW;
  }
  return count;
}

/** What is wrong with a text, if anything: only spaces is empty. */
export function problemOf(text: string): "message-empty" | "message-too-long" | undefined {
  if (text.trim() === "") return "message-empty";
  return text.length > MOST_UNITS || countSigns(text) > MESSAGE_LENGTH ? "message-too-long" : undefined;
}

/** As it is stored: line ends of one kind, without what nobody sees at both ends. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").trimEnd().replace(/^\n+/, "");
}

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
