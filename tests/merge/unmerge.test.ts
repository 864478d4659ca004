import { expect, test } from "vitest";
import { run } from "@/scripts/evidence/merge";

test("pairs merged with any choices, worked on, and made two again are as they were, with what was done since", async () => {
  expect(await run(6)).toEqual([{ pairs: 6, identical_after_unmerge: 6 }]);
}, 120_000);
