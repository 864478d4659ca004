import type { FileCheck, FileProblem } from "@/server/audit/log-file-check";

const PROBLEMS: Record<FileProblem, (line: string) => string> = {
  "no-header": () => "Dit is geen ondertekend logboek van Kroniek: de eerste regel zegt dat niet.",
  unreadable: (line) => `Regel ${line} van het bestand is niet te lezen.`,
  "row-changed": (line) =>
    `Op regel ${line} van het bestand klopt het controlegetal niet: deze logregel is veranderd of verplaatst, of er is er vlak ervoor een weggehaald of bij gezet.`,
  "row-order": (line) => `Op regel ${line} van het bestand staat een logregel niet op zijn plaats.`,
  "checkpoint-differs": (line) => `Het ondertekende controlepunt op regel ${line} klopt niet.`,
  "no-end": () => "Het einde met de handtekening ontbreekt: het bestand is niet heel.",
  "count-differs": () => "Het bestand bevat niet het aantal logregels dat het zegt te bevatten.",
  "file-changed": () => "Het bestand is na het ondertekenen veranderd.",
  "not-signed": () => "De handtekening klopt niet.",
  "after-end": (line) => `Na de handtekening staat nog iets (regel ${line}).`,
};

const number = (n: number) => n.toLocaleString("nl-NL");
const when = new Intl.DateTimeFormat("nl-NL", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Amsterdam",
});

/** Groups and case are for people. */
const bare = (fingerprint: string) => fingerprint.replace(/\s/g, "").toLowerCase();

function whatItProves({ header, rows, checkpoints }: FileCheck): string[] {
  if (!header) return [];
  const range =
    header.first === null || header.last === null
      ? "Er stonden op dat moment geen logregels in die bij de keuze pasten."
      : header.scope === "complete"
        ? `Volledig: elke logregel van ${number(header.first)} tot en met ${number(header.last)}, zonder gat.`
        : `Een keuze: de logregels tussen ${number(header.first)} en ${number(header.last)} die op dat moment bij het filter pasten, elk zoals ondertekend. Wat niet bij het filter paste, staat er niet in.`;
  const points =
    checkpoints === 0 ? [] : [`Klopt met ${number(checkpoints)} eerder ondertekende controlepunten.`];
  return [
    `Gecontroleerd: ${number(rows)} ${rows === 1 ? "logregel" : "logregels"}.`,
    range,
    ...points,
    `Gemaakt op ${when.format(header.madeAt)} door ${header.madeBy}${header.organisation ? ` (${header.organisation})` : ""}; het logboek telde toen ${number(header.head)} regels.`,
    ...Object.entries(header.filter).map(([name, value]) => `  ${name}: ${value}`),
  ];
}

/**
 * What came of checking a file, as lines for whoever runs it.
 * @param key fingerprints: of the key that was asked for, where there is one, and of the one in the file
 */
export function fileLines(
  found: FileCheck,
  key: { wanted: string | undefined; given: string | undefined },
): { lines: string[]; right: boolean } {
  if (found.problem) {
    const { what, line } = found.problem;
    const before = `Tot daar waren ${number(found.rows)} logregels goed.`;
    return { lines: [`AFWIJKING. ${PROBLEMS[what](number(line))}`, before], right: false };
  }
  const proof = whatItProves(found);
  const mark = `Vingerafdruk van de sleutel: ${key.given ?? ""}`;
  if (key.wanted === undefined) {
    const advice =
      "Vergelijk die met de vingerafdruk die de organisatie bekend heeft gemaakt, of geef hem mee met --key.";
    return {
      lines: [...proof, mark, advice, "Geen afwijkingen gevonden: het bestand is zoals het is ondertekend."],
      right: true,
    };
  }
  if (bare(key.wanted) !== bare(key.given ?? "")) {
    const other = `AFWIJKING. Het bestand is met een andere sleutel ondertekend. Gevraagd: ${key.wanted}.`;
    const hint = "Is het bestand van een andere organisatie? Geef dan haar vingerafdruk mee met --key.";
    return { lines: [mark, other, hint], right: false };
  }
  return {
    lines: [
      ...proof,
      `${mark} (zoals gevraagd)`,
      "Geen afwijkingen gevonden: het bestand is zoals het is ondertekend.",
    ],
    right: true,
  };
}
