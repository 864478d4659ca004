import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Ctx } from "../access/perform";
import type { FieldProblem } from "../core/field-problems";
import type { AnyPart } from "./registry";

/** What of a part someone does not get to see: counts only, never contents. */
export interface NotShown {
  hidden: number;
  otherExpertise: number;
}

type Restricted = { hidden?: SQLiteColumn; expertises?: SQLiteColumn };

/** Most entries are bound to nothing, and `[]` is how that is stored: the list itself is read of the others only. */
function free(expertises: SQLiteColumn, own: readonly string[]): SQL {
  const bound = sql`EXISTS (SELECT 1 FROM json_each(${expertises}))`;
  if (own.length === 0) return sql`(${expertises} = '[]' OR NOT ${bound})`;
  const mine = sql`EXISTS (SELECT 1 FROM json_each(${expertises}) WHERE ${inArray(sql`value`, [...own])})`;
  return sql`(${expertises} = '[]' OR NOT ${bound} OR ${mine})`;
}

/** The conditions under which an entry of a part may be on this person's screen (DOMAIN.md 2). */
function conditions(ctx: Ctx, part: AnyPart): { hidden: SQL | undefined; expertise: SQL | undefined } {
  const table = part.table as AnyPart["table"] & Restricted;
  const own = ctx.actor.kind === "employee" ? ctx.actor.expertises : [];
  return {
    hidden:
      part.restricted?.hidden && table.hidden && !ctx.allows("dossier.view-hidden")
        ? eq(table.hidden, false)
        : undefined,
    expertise:
      part.restricted?.expertises && table.expertises && !ctx.dossierRole
        ? free(table.expertises, own)
        : undefined,
  };
}

/** The condition that leaves out what is not for this person, or `undefined` when all may be seen. */
export function visible(ctx: Ctx, part: AnyPart): SQL | undefined {
  const { hidden, expertise } = conditions(ctx, part);
  return and(hidden, expertise);
}

/** What of the columns that keep an entry from people a row holds. */
type Bound = Readonly<Record<string, unknown>>;

/**
 * Why someone may not have this row on their screen, by field; nothing when they may. The same rule as `visible`, for
 * a row at hand: an earlier version, or one about to be written. Nobody writes what they could not read back: DOMAIN.md
 * knows no right of an author to what is hidden or bound, so an author without it is asked to leave it to one who has.
 */
export function keptProblems(
  ctx: Pick<Ctx, "actor" | "allows" | "dossierRole">,
  part: AnyPart,
  row: Bound,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const own = ctx.actor.kind === "employee" ? ctx.actor.expertises : [];
  const bound = part.restricted?.expertises && Array.isArray(row.expertises) ? row.expertises : [];
  if (part.restricted?.hidden && row.hidden === true && !ctx.allows("dossier.view-hidden"))
    problems.push({ path: "hidden", problem: "hidden-not-yours" });
  if (!ctx.dossierRole && bound.length > 0 && !bound.some((code) => own.includes(code)))
    problems.push({ path: "expertises", problem: "expertise-not-yours" });
  return problems;
}

/** The conditions for what is kept from this person, by reason; what is both counts as hidden. */
export function notShown(ctx: Ctx, part: AnyPart): Record<keyof NotShown, SQL> {
  const { hidden, expertise } = conditions(ctx, part);
  return {
    hidden: hidden ? sql`NOT ${hidden}` : sql`0`,
    otherExpertise: (expertise && and(hidden, sql`NOT ${expertise}`)) ?? sql`0`,
  };
}
