import { partOf, parts } from "@/server/dossier/registry";
import type { Placed } from "./import/place";
import type { Run } from "./import/run";
import type { Changes } from "./import/write-entries";
import { placeWords, REFUSAL_WORDS } from "./refusal-words";
import { typeWord } from "./resource-words";

const SHOWN = 20;

/** How many resources were read, and what became of them; a shared one counts once. */
export interface Totals {
  read: number;
  mapped: number;
  kept: number;
  refused: number;
  clients: number;
}

/**
 * Adds a run up.
 * @throws Error when a resource is not accounted for: nothing is dropped silently
 */
export function totalsOf(run: Run, placed: Placed): Totals {
  const totals: Totals = {
    read: run.files.reduce((sum, { read }) => sum + read, 0),
    mapped: 0,
    kept: 0,
    refused: run.refusals.length,
    clients: placed.clients.length,
  };
  for (const { key, times } of run.items.values()) {
    const became = run.became.get(key);
    if (became === undefined) throw new Error("A resource that was read became nothing.");
    totals[became.role === "kept" ? "kept" : "mapped"] += times;
  }
  const { read, mapped, kept, refused } = totals;
  if (read !== mapped + kept + refused) throw new Error("Not every resource that was read is accounted for.");
  return totals;
}

/** The last line of the report, to the letter. */
export const lastLine = ({ read, mapped, kept, refused, clients }: Totals) =>
  `read=${read} mapped=${mapped} kept=${kept} refused=${refused} clients=${clients}`;

function tally(entries: Iterable<readonly [string, number]>): [string, number][] {
  const counts = new Map<string, number>();
  for (const [name, amount] of entries) counts.set(name, (counts.get(name) ?? 0) + amount);
  return [...counts].sort(([a], [b]) => a.localeCompare(b, "nl"));
}

const block = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ""];

const counted = (list: readonly [string, number][]) =>
  list.map(([name, amount]) => `${String(amount).padStart(6)}  ${name}`);

function firstOf(lines: readonly string[]): string[] {
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), `… en nog ${more}`] : [...lines];
}

const kind = (type: string) => (typeWord(type) === type ? type : `${typeWord(type)} (${type})`);

/** A part, or what surrounds the dossier, by its Dutch name. */
function partWord(slug: string | null): string {
  if (slug === "contacts") return "Contacten";
  if (slug === "directives") return "Behandelaanwijzingen en wilsverklaringen";
  return (slug !== null && partOf(slug)?.label) || "Personalia";
}

function mappedLines(run: Run): string[] {
  const order = ["Personalia", "Contacten", partWord("directives"), ...parts.map(({ label }) => label)];
  const mapped = [...run.items.values()].flatMap(({ key, times }) => {
    const what = run.became.get(key);
    return what === undefined || what.role === "kept" ? [] : ([[partWord(what.part), times]] as const);
  });
  return counted(tally(mapped).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function keptLines(run: Run, isNobodys: boolean): string[] {
  const kept = [...run.items.values()].filter(
    ({ key }) =>
      run.became.get(key)?.role === "kept" && (run.owners.get(key)?.clients.length === 0) === isNobodys,
  );
  return counted(tally(kept.map(({ type, times }) => [kind(type), times])));
}

/** A reference by identifier may hold a BSN: only its type is told. */
const shownReference = (reference: string) => reference.replace(/\?identifier=.*$/s, " (op kenmerk)");

function danglingLines(run: Run): { types: string[]; first: string[] } {
  const why = { missing: "staat er niet", ambiguous: "is niet eenduidig", contained: "zit er niet in" };
  const types = tally(
    run.dangling.map(({ reference }) => [
      /([A-Z][A-Za-z]+)(?:\/[^/]+|\?.*)$/s.exec(reference)?.[1] ?? "overig",
      1,
    ]),
  );
  const lines = run.dangling.map(({ key, path, reference, reason }) => {
    const item = run.items.get(key);
    return `${item?.type}/${item?.id} ${path} → ${shownReference(reference)}: ${why[reason]}`;
  });
  return { types: counted(types), first: firstOf(lines) };
}

function refusalLines(run: Run): string[] {
  return run.refusals.map(({ file, reason, detail, at }) => {
    const place = placeWords(at);
    return `${file}${place && ` (${place})`}: ${REFUSAL_WORDS[reason]}${detail === undefined ? "" : ` [${detail}]`}`;
  });
}

/** The report of an import, in Dutch, line by line; the last is `lastLine`. */
export function reportLines(run: Run, placed: Placed, changes: Changes): string[] {
  const totals = totalsOf(run, placed);
  const dangling = danglingLines(run);
  const skipped = run.files.reduce((sum, file) => sum + file.skipped, 0);
  const numbers = placed.clients.map(({ number }) => number).sort((a, b) => a - b);
  const named = (found: Run["edited"]) =>
    [...found.values()].map(({ clientNumber, type, id }) => `cliënt ${clientNumber}: ${kind(type)} ${id}`);
  const unmapped = [...run.unmapped.values()].map(
    ({ part, type, file }) => `${file}: ${kind(type)}, ${partWord(part)}`,
  );
  return [
    ...block("Geweigerd:", refusalLines(run)),
    ...block("In het dossier, per onderdeel:", mappedLines(run)),
    ...block("Woordelijk bewaard onder Overige gegevens, per soort:", keptLines(run, false)),
    ...block("Hoort bij geen cliënt, woordelijk bewaard:", keptLines(run, true)),
    ...block(`Verwijzingen die nergens op uitkomen (${run.dangling.length}), per soort:`, dangling.types),
    ...block("De eerste daarvan:", dangling.first),
    ...block("Niet te lezen voor het onderdeel, daarom woordelijk bewaard:", firstOf(unmapped)),
    ...block(
      "Hier gewijzigd sinds de vorige import; bewaard, maar niet overschreven:",
      firstOf(named(run.edited)),
    ),
    ...block(
      "Bij het samenvoegen van cliënten achtergebleven, daarom niet overgenomen:",
      firstOf(named(run.left)),
    ),
    ...block("Cliënten:", [
      `${placed.created} nieuw, ${totals.clients - placed.created} bekend`,
      ...(numbers.length > 0 ? [`nummers ${firstOf(numbers.map(String)).join(", ")}`] : []),
    ]),
    ...block("Regels in dossiers:", [
      `${changes.added} nieuw, ${changes.changed} bijgewerkt, ${changes.removed} vervallen`,
      ...(skipped > 0 ? [`${skipped} onderdelen van bundels zonder inhoud overgeslagen`] : []),
    ]),
    lastLine(totals),
  ];
}
