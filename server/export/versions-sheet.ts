import { and, eq, sql } from "drizzle-orm";
import { entryVersions } from "@/db/schema/dossier/versions";
import type { AnyRow } from "../dossier/registry";
import { partOf } from "../dossier/registry";
import { shownText } from "../dossier/show";
import type { PagedSheet } from "./books";
import type { DossierReader } from "./dossier-reader";
import type { Cell } from "./sheet-xml";

const PAGE = 200;
type Version = typeof entryVersions.$inferSelect;

const CHANGES: Readonly<Record<Version["change"], string>> = {
  corrected: "Gecorrigeerd",
  ended: "Beëindigd",
  archived: "Gearchiveerd",
  restored: "Teruggehaald uit archief",
};

/** Why an Actueel dossier has no earlier versions. */
export const VERSIONS_LEFT_OUT =
  "Eerdere versies van vastleggingen horen niet bij het actuele dossier; kies Volledig dossier.";

/** All a version said, one field a line: "Reactie: huiduitslag". */
function textOf(part: NonNullable<ReturnType<typeof partOf>>, row: AnyRow): string {
  return part.columns
    .map((column) => ({ label: column.label, text: shownText(column, row[column.key]) }))
    .filter(({ text }) => text !== "")
    .map(({ label, text }) => `${label}: ${text}`)
    .join("\n");
}

function cells({ part: slug, entryId, row, ...version }: Version): Cell[] {
  const part = partOf(slug);
  const was = row as AnyRow;
  return [
    part?.label ?? slug,
    part ? part.summary(was).title : null,
    version.version,
    was.changedBy ?? was.recordedBy,
    was.changedAt ?? was.recordedAt,
    CHANGES[version.change],
    version.replacedBy,
    version.replacedAt,
    version.reason,
    part ? textOf(part, was) : JSON.stringify(row),
    entryId,
  ];
}

/** Sheet Versies: what entries said before they were corrected, ended or archived, whole, with who and when. */
export function versionsSheet(reader: DossierReader): PagedSheet {
  function* pages(): Generator<Cell[][]> {
    let last: Version | undefined;
    for (;;) {
      const { part, entryId, version } = entryVersions;
      const after =
        last && sql`(${part}, ${entryId}, ${version}) > (${last.part}, ${last.entryId}, ${last.version})`;
      const of = and(eq(entryVersions.clientId, reader.clientId), after);
      const page = reader.typed<Version>(
        entryVersions,
        sql`${of} ORDER BY ${part}, ${entryId}, ${version} LIMIT ${PAGE}`,
      );
      yield page.map(cells);
      last = page.at(-1);
      if (page.length < PAGE) return;
    }
  }
  return {
    plan: {
      name: "Versies",
      columns: [
        { label: "Onderdeel", kind: "text", width: 22 },
        { label: "Vastlegging", kind: "text", width: 36 },
        { label: "Versie", kind: "number", width: 8 },
        { label: "Vastgelegd door", kind: "text", width: 30 },
        { label: "Vastgelegd op", kind: "datetime", width: 18 },
        { label: "Wat er daarna gebeurde", kind: "text", width: 24 },
        { label: "Door", kind: "text", width: 30 },
        { label: "Op", kind: "datetime", width: 18 },
        { label: "Reden", kind: "text", width: 40, wrap: true },
        { label: "Wat er stond", kind: "text", width: 80, wrap: true },
        { label: "Kenmerk", kind: "text", width: 38 },
      ],
    },
    pages,
  };
}
