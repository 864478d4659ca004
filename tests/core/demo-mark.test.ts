import { describe, expect, it } from "vitest";
import { readEnv } from "@/server/core/env";
import { decideDemo, isDemo, markDemo } from "@/server/demo-mark";
import { makeWorld } from "../world";

const DAY = "86400000";
type Case = [given: Record<string, string>, marked: boolean, empty: boolean, outcome: boolean | RegExp];

const CASES: Case[] = [
  [{}, false, true, true],
  [{}, false, false, false],
  [{}, true, false, false],
  [{ DEMO: "0" }, false, true, false],
  [{ DEMO: "1" }, false, true, true],
  [{ DEMO: "1" }, false, false, false],
  [{ HOST: "0.0.0.0" }, false, true, false],
  [{ HOST: "0.0.0.0", DEMO: "1" }, false, true, true],
  [{ HOST: "0.0.0.0", DEMO: "1" }, true, false, false],
  [{ DEMO: "0" }, true, false, /wordt nooit een echte/],
  [{ HOST: "0.0.0.0", DEMO: "0" }, true, false, /wordt nooit een echte/],
  [{ HOST: "0.0.0.0" }, true, false, /alleen met DEMO=1/],
  [{ CLOCK_OFFSET_MS: DAY }, true, false, false],
  [{ CLOCK_OFFSET_MS: DAY }, false, true, true],
  [{ CLOCK_OFFSET_MS: DAY }, false, false, /CLOCK_OFFSET_MS/],
  [{ CLOCK_OFFSET_MS: DAY, DEMO: "0" }, false, true, /CLOCK_OFFSET_MS/],
  [{ CLOCK_OFFSET_MS: `-${DAY}`, HOST: "0.0.0.0" }, false, true, /CLOCK_OFFSET_MS/],
];

describe("the demo mark", () => {
  it.each(CASES)("with %j, marked %s, empty %s: %s", (given, marked, empty, outcome) => {
    const decide = () => decideDemo({ env: readEnv(given), marked, empty });
    if (typeof outcome === "boolean") expect(decide()).toBe(outcome);
    else expect(decide).toThrow(outcome);
  });

  it("is put on once and stays", async () => {
    const world = await makeWorld();
    expect(await isDemo(world.db)).toBe(false);
    await world.db.write(markDemo);
    expect(await isDemo(world.db)).toBe(true);
    await expect(world.db.write(markDemo)).rejects.toThrow();
  });
});
