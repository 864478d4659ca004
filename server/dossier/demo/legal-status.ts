import type { legalStatus } from "@/db/schema/dossier/legal-status";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { type LegalKind, lawOf } from "../parts/legal-status-codes";
import { relativeOf, startedBy } from "./words";

type Entry = Draft<typeof legalStatus>;

const AUTHORITY: Readonly<Partial<Record<LegalKind, string>>> = {
  ZM: "Rechtbank Gelderland",
  CM: "Burgemeester van Lindenburg",
  VCM: "Rechtbank Gelderland",
  RM: "Rechtbank Gelderland",
  OPM: "Centrum indicatiestelling zorg",
  mentorship: "Rechtbank Gelderland, kanton",
  administration: "Rechtbank Gelderland, kanton",
  curatorship: "Rechtbank Gelderland, kanton",
};
const DOCUMENT: Readonly<Partial<Record<LegalKind, string>>> = {
  OPM: "Besluit tot opname en verblijf",
  "power-of-attorney": "Levenstestament (afschrift notaris)",
};
const REPRESENTED: readonly LegalKind[] = [
  "mentorship",
  "administration",
  "curatorship",
  "power-of-attorney",
];

function entry(pen: DemoPen, kind: LegalKind, began: number, lastsDays?: number): Entry {
  const isOver = lastsDays !== undefined && began > lastsDays;
  const { relation, name } = relativeOf(pen);
  const start = startedBy(pen, began, "social-worker");
  return {
    ...start,
    kind,
    law: lawOf(kind),
    status: isOver ? "ended" : "active",
    endedOn: lastsDays === undefined ? null : pen.day(began - lastsDays),
    authority: AUTHORITY[kind] ?? null,
    caseNumber:
      AUTHORITY[kind] === undefined
        ? null
        : `${kind.slice(0, 2).toUpperCase()} ${start.startedOn.slice(2, 4)}-${pen.int(1000, 9999)}`,
    representative: REPRESENTED.includes(kind) ? `${name} (${relation})` : null,
    document:
      AUTHORITY[kind] === undefined && DOCUMENT[kind] === undefined
        ? null
        : (DOCUMENT[kind] ?? "Beschikking"),
    note: kind === "CM" ? "Overgegaan in een zorgmachtiging." : null,
  };
}

/** Legal status of a client by the law that goes with the kind of care; a full dossier has ended ones too. */
export function demoLegalStatus(pen: DemoPen): Entry[] {
  const { careKind } = pen.client;
  const began = pen.int(40, 170);
  if (pen.fill === "full") {
    return careKind === "ggz"
      ? [entry(pen, "CM", 200, 3), entry(pen, "ZM", 100, 182), entry(pen, "administration", 900)]
      : [
          entry(pen, "OPM", 700, 640),
          entry(pen, "OPM", 60),
          entry(pen, "mentorship", 900),
          entry(pen, "administration", 900),
        ];
  }
  if (careKind === "ggz")
    return pen.chance(0.4) ? [entry(pen, "ZM", began, 182)] : [entry(pen, "voluntary", began)];
  const found: Entry[] = [];
  if (careKind === "pg") found.push(entry(pen, pen.chance(0.8) ? "OPM" : "RM", began));
  if (pen.chance(careKind === "pg" ? 0.5 : 0.15)) {
    found.push(
      entry(pen, pen.pick(["mentorship", "administration", "power-of-attorney"] as const), began + 300),
    );
  }
  return found;
}
