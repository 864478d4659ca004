import type { SQL } from "drizzle-orm";
import type { RowSubjectId } from "./subjects";

/** The two clients, by id. */
export interface Pair {
  left: string;
  right: string;
}

/**
 * What becomes of rows in a merge. `subject`: as is chosen for it. `moves`: to the survivor, whatever is chosen.
 * `stays`: with whom it was; why. `by`: the craft file that knows what these are (stricter wins, one owner).
 */
export type Fate =
  | { subject: RowSubjectId }
  | { moves: string }
  | { stays: string }
  | { by: "consents" | "roles" | "relations" };

/** Rows of a table that share a fate. Conditions call the table `t`. */
export interface Strand {
  fate: Fate;
  /** Which rows; without it, all. The strands of a table leave none out and none twice */
  where?: (pair: Pair) => SQL;
  /** Rows that cannot go to a client, since there is the same there already */
  unless?: (to: string) => SQL;
}

/** What one room says of one table: a table with a `client_id` that nobody claims fails the build (DESIGN.md 4). */
export interface Claim {
  /** SQL name */
  table: string;
  /** Dutch, for the preview */
  label: string;
  /** What names a row, as SQL text; without it its id */
  key?: string;
  strands: readonly Strand[];
  /** Of whom rows are that were made since a merge, when that is undone: asked, or with what they belong to */
  since: Since;
}

/** A row made since a merge, as far as it says what it belongs to. */
export type SinceRow = Record<string, string | null>;

/**
 * `ask`: somebody says so, row by row. `of`: it goes where another row goes, which these columns name. `survivor`: it is
 * about the client it was made for.
 */
export type Since =
  | "ask"
  | "survivor"
  | { columns: string; of: (row: SinceRow) => { table: string; key: string } | undefined };
