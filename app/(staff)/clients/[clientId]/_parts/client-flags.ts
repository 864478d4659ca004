/** What must not be missed, most urgent first: this order decides which three are in the header. */
export const flagKinds = ["allergy", "treatment-limit", "legal", "other"] as const;

export type FlagKind = (typeof flagKinds)[number];

/** One flag: its words are the whole message ("Allergie: penicilline"). */
export type ClientFlag = { kind: FlagKind; label: string };

/** Flags in the order of their urgency; within a kind they stay as given. */
export function byUrgency(flags: ClientFlag[]): ClientFlag[] {
  return flags.toSorted((one, other) => flagKinds.indexOf(one.kind) - flagKinds.indexOf(other.kind));
}
