import type { Inputs, Outputs } from "@/app/_trpc/outputs";

/** Two clients side by side, as the API shows them. */
export type PairView = Outputs["merge"]["preview"];
export type FieldLine = PairView["fields"][number];
export type RowLine = PairView["rows"][number];
export type SubjectPart = RowLine["left"]["parts"][number];

/** What was chosen so far. */
export type Choices = Inputs["merge"]["preview"]["choices"];
export type Side = "left" | "right";
export type Choice = Side | "both";

/** By which number the API knows the two. */
export type Pair = { clientId: string; otherId: string };

export const isRowDifferent = ({ left, right }: RowLine): boolean => left.count + right.count > 0;

/** What was made of it so far, with what the page proposes where nothing was chosen. */
export function chosenIn(view: PairView, choices: Choices): PairView {
  return {
    ...view,
    fields: view.fields.map((line) => ({ ...line, choice: choices.fields[line.subject] ?? line.choice })),
    rows: view.rows.map((line) => ({ ...line, choice: choices.rows[line.subject] ?? line.choice })),
  };
}

/** Everything of one of the two, as far as that one has it: what only the other has stays. */
export function allOf(view: PairView, side: Side): Choices {
  const has = (line: FieldLine) => !(side === "left" ? line.leftEmpty : line.rightEmpty);
  const fields = view.fields.filter((line) => !line.equal && has(line)).map(({ subject }) => [subject, side]);
  const rows = view.rows.filter((line) => line[side].count > 0).map(({ subject }) => [subject, side]);
  return { fields: Object.fromEntries(fields), rows: Object.fromEntries(rows) };
}

/** What is not kept, of whom. */
export type LostField = { label: string; value: string; number: number };
export type LostRows = { label: string; parts: SubjectPart[]; number: number; inOns: boolean };

export function lostWith(view: PairView): { fields: LostField[]; rows: LostRows[] } {
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const other = (side: Side): Side => (side === "left" ? "right" : "left");
  const fields = view.fields.flatMap((line) => {
    const side = other(line.choice);
    const { label, equal } = line;
    return equal || line[side] === "" ? [] : [{ label, value: line[side], number: numbers[side] }];
  });
  const rows = view.rows.flatMap(({ label, choice, lostInOns, ...line }) => {
    if (choice === null || choice === "both" || line[other(choice)].count === 0) return [];
    const side = other(choice);
    return [{ label, parts: line[side].parts, number: numbers[side], inOns: lostInOns }];
  });
  return { fields, rows };
}

/** How many subjects can be chosen, and what is still open. */
export function progressOf(view: PairView): { count: number; made: number; open: RowLine[] } {
  const open = view.rows.filter(({ choice }) => choice === null);
  const count = view.fields.filter(({ equal }) => !equal).length + view.rows.filter(isRowDifferent).length;
  return { count, made: count - open.length, open };
}

export type TableLine = NonNullable<PairView["plan"]>["tables"][number];

/** Rows that are not kept: of the client that stays those set aside, of the other those left where they were. */
export function asideIn(tables: readonly TableLine[]): number {
  return tables.reduce((sum, { setAside, dropped }) => sum + setAside + dropped, 0);
}

export function movesIn(tables: readonly TableLine[]): number {
  return tables.reduce((sum, { moves }) => sum + moves, 0);
}
