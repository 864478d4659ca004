import type { Deviation } from "./chain";

const DEVIATIONS: Readonly<Record<Deviation["what"], (row: string) => string>> = {
  gap: (row) => `Rond logregel ${row} ontbreekt een regel, of er staat er een te veel.`,
  changed: (row) => `Logregel ${row} of een regel ervoor is veranderd.`,
  "unknown-key": (row) => `Logregel ${row} is met een onbekende sleutel gemaakt.`,
  truncated: (row) => `Het einde van het logboek ontbreekt, vanaf logregel ${row}.`,
  "anchor-differs": (row) => `Het anker buiten de database past niet bij het logboek (bij logregel ${row}).`,
  "checkpoint-differs": (row) => `Een ondertekend controlepunt klopt niet (bij logregel ${row}).`,
  "noted-at-start": () => "Bij een eerdere start paste het logboek niet bij zijn anker; dat blijft gemeld.",
};

/** A deviation as a sentence for whoever asked for the check. */
export function deviationText({ what, sequence }: Deviation): string {
  return DEVIATIONS[what](sequence.toLocaleString("nl-NL"));
}
