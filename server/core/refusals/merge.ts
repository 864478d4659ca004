import type { Refusal } from "./refusal";

/** Why two clients were not made one, or one not two again. */
export const MERGE_REFUSALS = {
  "merge-same-client": {
    kind: "invalid",
    nl: "Dit zijn tweemaal dezelfde cliënt. Zoek de andere cliënt om mee samen te voegen.",
  },
} as const satisfies Record<string, Refusal>;
