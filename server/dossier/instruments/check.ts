import type { measurements } from "@/db/schema/dossier/measurements";
import type { FieldProblem } from "../../core/field-problems";
import type { Row } from "../part";
import { filledOf } from "./answers";
import { score } from "./instrument";

type Measurement = Row<typeof measurements>;

/**
 * A score of one of our instruments is what its answers add up to, whoever stores it. What came from elsewhere is not
 * judged (an import keeps what it brings); a known instrument without any answer is no score of ours either.
 */
export function scoreProblems(row: Measurement): FieldProblem[] {
  if (row.category !== "score") return [];
  const filled = filledOf(row);
  if (filled.kind !== "instrument") return [];
  const outcome = score(filled.instrument, filled.answers);
  if ("missing" in outcome) return [{ path: "items", problem: "score-open" }];
  return outcome.total === row.total && outcome.interpretation === row.interpretation
    ? []
    : [{ path: "total", problem: "score-other" }];
}
