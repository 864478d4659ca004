import { Environment, EvaluationError } from "@marcbachmann/cel-js";
import { canonicalJson } from "./canonical";

/** What expressions may speak of: `event` (what started the run) and `async` (what came in later). */
export interface Scope {
  event: unknown;
  async?: unknown;
}

type Compiled = (scope: Scope) => unknown;

const language = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const compiled = new Map<string, Compiled>();

/**
 * Compiles a CEL expression; the texts come from our own functions, so there are few and they are kept.
 * @throws Error when it is not CEL
 */
export function compile(expression: string): Compiled {
  const known = compiled.get(expression);
  if (known) return known;
  const parsed = language.parse(expression);
  const run: Compiled = (scope) => parsed({ ...scope });
  compiled.set(expression, run);
  return run;
}

/** Whether a condition holds. One that cannot be answered (a field that is not there) does not. No condition holds. */
export function holds(expression: string | undefined, scope: Scope): boolean {
  if (expression === undefined) return true;
  return evaluate(expression, scope) === true;
}

/** The value of an expression, or `undefined` when it speaks of a field that is not there. */
export function evaluate(expression: string, scope: Scope): unknown {
  const run = compile(expression);
  try {
    return run(scope);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** The value of a key expression as text; a key that cannot be computed is `undefined`. */
export function keyOf(expression: string, event: unknown): string | undefined {
  const value = evaluate(expression, { event });
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? canonicalJson(value) : String(value);
}
