import { Notice } from "@/app/_ui/notice";
import type { StartExport } from "./use-start-export";

/** Why an export did not start. What the button says already is only spoken. */
export function StartProblem({ problem }: Pick<StartExport, "problem">) {
  if (!problem) return null;
  if (problem.inPlace) {
    return (
      <p role="alert" className="sr-only">
        {problem.sentence}
      </p>
    );
  }
  return (
    <Notice tone="danger" announce>
      <p>{problem.sentence}</p>
    </Notice>
  );
}
