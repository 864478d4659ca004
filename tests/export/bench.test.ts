import { expect, test } from "vitest";
import { figuresOf } from "@/scripts/bench/export";

test("the figures are those of the round with the middle ratio, and of the highest peak of all", () => {
  const round = { stall: 5, rss: 100 };
  const rounds = [
    { ...round, seconds: 9, limit: 1 },
    { ...round, seconds: 2, limit: 1, rss: 120 },
    { ...round, seconds: 6, limit: 2, stall: 70 },
  ];
  expect(figuresOf(5_000, rounds)).toEqual({
    rows: 5_000,
    seconds: 6,
    limit_seconds: 2,
    ratio_to_limit: 3,
    peak_rss_mb: 120,
    max_stall_ms: 5,
  });
});
