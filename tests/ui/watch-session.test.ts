import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tellAlive } from "@/app/_session/alive";
import { type Watched, watchSession } from "@/app/_session/watch-session";

const MINUTE = 60_000;
const seen: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("document", {
    visibilityState: "visible",
    addEventListener: (_: string, heard: () => void) => seen.push(heard),
    removeEventListener: () => undefined,
  });
});
afterEach(() => {
  seen.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A session on a server, watched by a tab; `act` is work in any tab. */
function server(idleMs = 15 * MINUTE, longestMs = 12 * 60 * MINUTE) {
  const began = Date.now();
  let last = began;
  const state = { asked: 0, down: false, over: false };
  const left = () => {
    if (state.down) throw new Error("no answer");
    const now = Date.now();
    if (state.over || now - last > idleMs || now - began > longestMs) return "ended" as const;
    const [idle, longest] = [last + idleMs, began + longestMs];
    return { leftMs: Math.min(idle, longest) - now, canStay: idle < longest };
  };
  const act = () => {
    last = Date.now();
  };
  const open = (holderId: string) => {
    const told: Watched[] = [];
    const calls = {
      holderId,
      ask: async () => {
        state.asked += 1;
        return left();
      },
      stay: async () => {
        if (!state.down) act();
        return left();
      },
    };
    const first = left();
    if (first === "ended") throw new Error("The session ended before it was watched.");
    const watch = watchSession(calls, first, (watched) => told.push(watched));
    return { ...watch, now: () => told.at(-1)?.now };
  };
  return { state, act, open };
}

it("is quiet, asking nothing, until two minutes before the end; then it warns, and ends with the session", async () => {
  const { state, open } = server();
  const tab = open("a");
  await vi.advanceTimersByTimeAsync(13 * MINUTE - 1);
  expect([tab.now(), state.asked]).toEqual(["quiet", 0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(tab.now()).toBe("warning");
  await vi.advanceTimersByTimeAsync(2 * MINUTE - 1_000);
  expect(tab.now()).toBe("warning");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(tab.now()).toBe("ended");
  const { asked } = state;
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(state.asked).toBe(asked);
  tab.stop();
});

it("starts over when there was work meanwhile, and when someone goes on", async () => {
  const { act, open } = server();
  const tab = open("a");
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  act();
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(tab.now()).toBe("quiet");
  await vi.advanceTimersByTimeAsync(9 * MINUTE);
  expect(tab.now()).toBe("warning");
  await tab.goOn();
  expect(tab.now()).toBe("quiet");
  await vi.advanceTimersByTimeAsync(13 * MINUTE);
  expect(tab.now()).toBe("warning");
  tab.stop();
});

it("hears of the other tabs of the same person, and of nobody else", async () => {
  const { state, act, open } = server();
  const [one, two] = [open("a"), open("a")];
  await vi.advanceTimersByTimeAsync(14 * MINUTE);
  expect([one.now(), two.now()]).toEqual(["warning", "warning"]);
  await one.goOn();
  await vi.waitFor(() => expect(two.now()).toBe("quiet"));
  state.over = true;
  await vi.advanceTimersByTimeAsync(13 * MINUTE);
  expect([one.now(), two.now()]).toEqual(["ended", "ended"]);
  const { asked } = state;
  tellAlive("b");
  await new Promise((done) => setImmediate(done));
  expect(state.asked).toBe(asked);
  // Signed in again in another tab.
  state.over = false;
  act();
  tellAlive("a");
  await vi.waitFor(() => expect([one.now(), two.now()]).toEqual(["quiet", "quiet"]));
  one.stop();
  two.stop();
});

it("takes the newest answer: one that was asked before and comes later does not count", async () => {
  const answers: ((left: { leftMs: number; canStay: boolean } | "ended") => void)[] = [];
  const told: Watched[] = [];
  const ask = () => new Promise<{ leftMs: number; canStay: boolean } | "ended">((done) => answers.push(done));
  const first = { leftMs: 15 * MINUTE, canStay: true };
  const watch = watchSession({ holderId: "a", ask, stay: ask }, first, (watched) => told.push(watched));
  watch.look();
  watch.look();
  answers[1]?.("ended");
  answers[0]?.(first);
  await vi.advanceTimersByTimeAsync(0);
  expect(told.map(({ now }) => now)).toEqual(["quiet", "ended"]);
  watch.stop();
});

it("says that going on does not help when the twelve hours are nearly over", async () => {
  const { open } = server(15 * MINUTE, 20 * MINUTE);
  const tab = open("a");
  await vi.advanceTimersByTimeAsync(13 * MINUTE);
  await tab.goOn();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(tab.now()).toBe("warning");
  await tab.goOn();
  expect(tab.now()).toBe("warning");
  await vi.advanceTimersByTimeAsync(2 * MINUTE + 2_000);
  expect(tab.now()).toBe("ended");
  tab.stop();
});

it("keeps what stands while the server is away, asks again, and looks at once when a sleeping computer wakes", async () => {
  const { state, open } = server();
  const tab = open("a");
  await vi.advanceTimersByTimeAsync(13 * MINUTE);
  state.down = true;
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(tab.now()).toBe("warning");
  await expect(tab.goOn()).rejects.toThrow();
  vi.setSystemTime(Date.now() + 60 * MINUTE);
  state.down = false;
  for (const wake of seen) wake();
  await vi.waitFor(() => expect(tab.now()).toBe("ended"));
  tab.stop();
});
