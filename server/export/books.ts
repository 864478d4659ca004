import { asc, eq, sql } from "drizzle-orm";
import type { carePlans } from "@/db/schema/dossier/care-plans";
import { type MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { instrumentOf } from "../dossier/instruments/catalogue";
import type { Column, Row } from "../dossier/part";
import { carePlansPart } from "../dossier/parts/care-plans";
import { shownMoment } from "../dossier/show";
import { cellOf, sheetColumn } from "./cells";
import type { DossierReader } from "./dossier-reader";
import type { Cell } from "./sheet-xml";
import type { SheetColumn, SheetPlan } from "./skeleton";

/** A sheet whose rows come in pages. */
export interface PagedSheet {
  plan: SheetPlan;
  pages: () => Iterable<Iterable<Cell[]>> | AsyncIterable<Iterable<Cell[]>>;
}

const DATE: SheetColumn = { label: "Datum", kind: "datetime", width: 18 };
/** Filled in where an entry no longer counts */
const ARCHIVED: SheetColumn = { label: "Gearchiveerd op", kind: "datetime", width: 18 };

function* mapped<T>(pages: Iterable<T[]>, toCells: (row: T) => Cell[]): Generator<Cell[][]> {
  for (const page of pages) yield page.map(toCells);
}

/** klinimetrie.xlsx: one sheet an instrument with the date, its items, total and interpretation. */
export function clinimetrics(reader: DossierReader): PagedSheet[] {
  const used = reader.rows<{ instrument: string; name: string }>(sql`
    SELECT instrument, min(name) AS name FROM ${measurements}
    WHERE ${eq(measurements.clientId, reader.clientId)} AND ${eq(measurements.category, "score")}
    GROUP BY instrument ORDER BY ${asc(sql`instrument`)}`);
  const ofInstrument = (code: string) =>
    reader.entries<Row<typeof measurements>>(measurements, eq(measurements.instrument, code));
  const sheets = used.map(({ instrument, name }): PagedSheet => {
    const known = instrumentOf(instrument);
    const labels = new Set(known?.items.map((item) => item.label) ?? []);
    for (const page of ofInstrument(instrument))
      for (const row of page) for (const item of row.items) labels.add(item.label);
    const items = [...labels].slice(0, 200);
    const answer = (row: { items: MeasuredItem[] }, label: string): Cell => {
      const item = row.items.find((each) => each.label === label);
      return item?.score ?? item?.answer ?? null;
    };
    return {
      plan: {
        name: known?.label ?? name,
        columns: [
          DATE,
          ...items.map((label): SheetColumn => ({ label, kind: "text", width: 18 })),
          { label: "Totaal", kind: "number", width: 10 },
          { label: "Interpretatie", kind: "text", width: 36 },
          { label: "Toelichting", kind: "text", width: 40, wrap: true },
          { label: "Door", kind: "text", width: 30 },
          ARCHIVED,
        ],
      },
      pages: () =>
        mapped(ofInstrument(instrument), (row) => [
          row.moment,
          ...items.map((label) => answer(row, label)),
          row.total,
          row.interpretation,
          row.note,
          row.recordedBy,
          row.archivedAt,
        ]),
    };
  });
  const none: PagedSheet = {
    plan: {
      name: "Klinimetrie",
      columns: [DATE, { label: "Totaal", kind: "number" }, { label: "Interpretatie", kind: "text" }],
    },
    pages: () => [],
  };
  return sheets.length > 0 ? sheets : [none];
}

/** vragenlijsten.xlsx: question, answer, by whom, when, one answer a row. */
export function questionnaireAnswers(reader: DossierReader): PagedSheet {
  function* pages(): Generator<Cell[][]> {
    for (const page of reader.entries<Row<typeof questionnaires>>(questionnaires)) {
      yield page.flatMap((row) =>
        row.questions.map((asked): Cell[] => [
          row.title,
          asked.question,
          asked.answer,
          row.filledInBy ?? row.recordedBy,
          row.submittedAt ?? row.moment,
          row.archivedAt,
        ]),
      );
    }
  }
  return {
    plan: {
      name: "Vragenlijsten",
      columns: [
        { label: "Vragenlijst", kind: "text", width: 32 },
        { label: "Vraag", kind: "text", width: 56, wrap: true },
        { label: "Antwoord", kind: "text", width: 56, wrap: true },
        { label: "Ingevuld door", kind: "text", width: 30 },
        { label: "Datum", kind: "datetime", width: 18 },
        ARCHIVED,
      ],
    },
    pages,
  };
}

/** The nested records of a column as sheets of their own: each row begins with the number of what it belongs to. */
function nestedSheets(
  column: Column,
  records: readonly { parent: string; values: Record<string, unknown> }[],
): PagedSheet[] {
  const fields = column.fields ?? [];
  const flat = fields.filter((field) => field.kind !== "rows");
  const own: PagedSheet = {
    plan: {
      name: column.label,
      columns: [{ label: "Nummer", kind: "text", width: 10 }, ...flat.map(sheetColumn)],
    },
    pages: () => [
      records.map(({ parent, values }) => [parent, ...flat.map((field) => cellOf(field, values[field.key]))]),
    ],
  };
  const deeper = fields.filter((field) => field.kind === "rows");
  return [
    own,
    ...deeper.flatMap((field) =>
      nestedSheets(
        field,
        records.flatMap(({ parent, values }) => numbered(values[field.key], `${parent}.`)),
      ),
    ),
  ];
}

function numbered(value: unknown, prefix: string): { parent: string; values: Record<string, unknown> }[] {
  return Array.isArray(value)
    ? value.map((values, index) => ({ parent: `${prefix}${index + 1}`, values }))
    : [];
}

/** The first sheet of a care plan's own workbook. */
export const PLAN_SHEET = "Zorgplan";

/** zorgplan-<n>.xlsx: one care plan with its goals, actions and evaluations. */
export function carePlanBook(plan: Row<typeof carePlans>): PagedSheet[] {
  const columns: readonly Column[] = carePlansPart.columns;
  const values: Record<string, unknown> = plan;
  const facts = columns.filter((column) => column.kind !== "rows");
  const nested = columns.filter((column) => column.kind === "rows");
  return [
    {
      plan: {
        name: PLAN_SHEET,
        columns: [
          { label: "Onderwerp", kind: "text", width: 26 },
          { label: "Gegeven", kind: "text", width: 70, wrap: true },
        ],
      },
      pages: () => [
        [
          ...facts.map((column): Cell[] => {
            const cell = cellOf(column, values[column.key]);
            return [
              column.label,
              column.kind === "date" && typeof cell === "string" ? cell.split("-").reverse().join("-") : cell,
            ];
          }),
          ["Vastgelegd door", plan.recordedBy],
          ...(plan.archivedAt === null
            ? []
            : [
                ["Gearchiveerd op", shownMoment(plan.archivedAt)],
                ["Gearchiveerd door", plan.archivedBy],
                ["Reden van archiveren", plan.archiveReason],
              ]),
        ],
      ],
    },
    ...nested.flatMap((column) => nestedSheets(column, numbered(values[column.key], ""))),
  ];
}
