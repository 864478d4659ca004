import type { DemoPen } from "../demo-pen";
import { instantOf } from "../fhir-time";

const FAMILY = {
  older: [
    ["zoon", "Peter"],
    ["dochter", "Marieke"],
    ["dochter", "Anja"],
    ["zoon", "Rob"],
    ["schoondochter", "Yvonne"],
    ["nicht", "Carla"],
    ["dochter", "Ingrid"],
    ["zoon", "Hans"],
  ],
  younger: [
    ["moeder", "Els"],
    ["broer", "Mark"],
    ["zus", "Linda"],
    ["vader", "Henk"],
    ["vriend", "Jeroen"],
    ["zus", "Samira"],
    ["moeder", "Thea"],
    ["vriendin", "Kim"],
  ],
} as const;

const clock = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The relative closest to a client: the same one in every entry. */
export function relativeOf(pen: DemoPen): { relation: string; name: string } {
  const list = pen.client.careKind === "ggz" ? FAMILY.younger : FAMILY.older;
  const [relation, name] = list[pen.client.number % list.length] ?? list[0];
  return { relation, name };
}

/**
 * Writes a template out, its first letter a capital. `[a|b|c]` is one of them (nested, innermost first), `{3-8}` a number from 3 to 8, and:
 * `{M}` Mevrouw/Meneer or, in mental health care, the call name · `{m}` the same in a sentence · `{Z}`/`{z}` Zij/Hij ·
 * `{h}` haar/zijn · `{o}` haar/hem · `{F}`/`{f}` the relative with and without a capital · `{n}` the full name · `{S}` and `{T}` hours
 * and minutes before `at` (Amsterdam, `14.05`): when it began, and when it was dealt with.
 */
export function tell(pen: DemoPen, template: string, at: number = pen.now): string {
  const { client } = pen;
  const isFemale = client.gender === "female";
  const byName = client.careKind === "ggz";
  const relative = relativeOf(pen);
  const family = `${relative.relation} ${relative.name}`;
  const words: Readonly<Record<string, string>> = {
    M: byName ? client.callName : isFemale ? "Mevrouw" : "Meneer",
    m: byName ? client.callName : isFemale ? "mevrouw" : "meneer",
    Z: isFemale ? "Ze" : "Hij",
    z: isFemale ? "ze" : "hij",
    h: isFemale ? "haar" : "zijn",
    o: isFemale ? "haar" : "hem",
    F: family.charAt(0).toUpperCase() + family.slice(1),
    f: family,
    n: client.name,
    r: client.callName,
    S: clock.format(at - pen.int(95, 140) * 60_000).replace(":", "."),
    T: clock.format(at - pen.int(10, 80) * 60_000).replace(":", "."),
    p: isFemale ? "man" : "vrouw",
  };
  let text = template;
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\[([^[\]]*)\]/g, (_, choices: string) => pen.pick(choices.split("|")));
  }
  const told = text
    .replace(/\{(\d+)-(\d+)\}/g, (_, from, until) => String(pen.int(Number(from), Number(until) + 1)))
    .replace(/\{(\w)\}/g, (whole, word: string) => words[word] ?? whole)
    .replace(/ {2,}/g, " ")
    .trim();
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** The Amsterdam moment of a day (`YYYY-MM-DD`), at midnight unless a time `HH:MM` is given; epoch ms. */
export function momentOn(pen: DemoPen, day: string, time?: string): number {
  return instantOf(time === undefined ? day : `${day}T${time}`)?.at ?? pen.now;
}

/** When and by whom a dated entry began: what every demo entry with a start date shares. */
export function startedBy(pen: DemoPen, daysAgo: number, discipline: string) {
  const startedOn = pen.day(daysAgo);
  return {
    moment: momentOn(pen, startedOn),
    startedOn,
    recordedAt: Math.min(pen.daysAgo(daysAgo), pen.now),
    recordedBy: pen.colleague(discipline).name,
  };
}

/** Whole days the client has been in care, at least one. */
export function daysInCare(pen: DemoPen): number {
  return Math.max(1, Math.floor((pen.now - momentOn(pen, pen.client.inCareSince)) / 86_400_000));
}
