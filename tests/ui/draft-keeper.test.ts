import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DraftFailure, DraftKeeper, type DraftState } from "@/app/_ui/draft-keeper";

type Answer = { kind: "saved"; at: number } | DraftFailure;

/** A keeper with a server that answers when it is told to. */
function keeping() {
  const sent: string[] = [];
  const last: string[] = [];
  const states: DraftState[] = [];
  let answer: (given: Answer) => void = () => undefined;
  const keeper = new DraftKeeper<string>({
    rest: 10,
    again: 50,
    onState: (state) => states.push(state),
    sendLast: (typed) => last.push(typed),
    send: (typed) => {
      sent.push(typed);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const answers = async (given: Answer) => {
    answer(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { keeper, sent, last, states, answers };
}

describe("keeping a draft", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends once typing rests, and only the newest", async () => {
    const { keeper, sent, states, answers } = keeping();
    keeper.typed("a");
    await vi.advanceTimersByTimeAsync(9);
    keeper.typed("ab");
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual(["ab"]);
    await answers({ kind: "saved", at: 5 });
    expect(states.at(-1)).toEqual({ kind: "saved", at: 5 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(["ab"]);
  });

  it("sends what was typed meanwhile after it, and does not call that kept before it is", async () => {
    const { keeper, sent, states, answers } = keeping();
    keeper.typed("a");
    await vi.advanceTimersByTimeAsync(10);
    keeper.typed("ab");
    await answers({ kind: "saved", at: 5 });
    expect(states.some(({ kind }) => kind === "saved")).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual(["a", "ab"]);
  });

  it("tries again by itself without an answer, and at once when the connection is back", async () => {
    const { keeper, sent, states, answers } = keeping();
    keeper.typed("a");
    await vi.advanceTimersByTimeAsync(10);
    await answers({ kind: "offline" });
    expect(states.at(-1)).toEqual({ kind: "offline" });
    await vi.advanceTimersByTimeAsync(50);
    expect(sent).toEqual(["a", "a"]);
    await answers({ kind: "offline" });
    keeper.retry();
    expect(sent).toEqual(["a", "a", "a"]);
  });

  it("does not try again by itself what is refused, nor while signed out", async () => {
    const { keeper, sent, answers } = keeping();
    for (const given of [{ kind: "refused", sentence: "Nee." }, { kind: "signed-out" }] as const) {
      keeper.typed("a");
      await vi.advanceTimersByTimeAsync(10);
      await answers(given);
      const before = sent.length;
      await vi.advanceTimersByTimeAsync(1_000);
      expect(sent).toHaveLength(before);
    }
  });

  it("sends its last words when the page goes away, and none when all is kept", async () => {
    const { keeper, last, answers } = keeping();
    keeper.typed("a");
    keeper.leave();
    expect(last).toEqual(["a"]);
    keeper.retry();
    await answers({ kind: "saved", at: 5 });
    keeper.leave();
    expect(last).toEqual(["a"]);
  });

  it("stores no draft after the entry itself: it waits for what is under way and sends nothing more", async () => {
    const { keeper, sent, last, states, answers } = keeping();
    keeper.typed("a");
    await vi.advanceTimersByTimeAsync(10);
    let paused = false;
    void keeper.pause().then(() => {
      paused = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(paused).toBe(false);
    await answers({ kind: "saved", at: 5 });
    expect(paused).toBe(true);
    keeper.typed("ab");
    keeper.leave();
    await vi.advanceTimersByTimeAsync(100);
    keeper.forget();
    expect([sent, last, states.at(-1)]).toEqual([["a"], [], { kind: "none" }]);
  });

  it("keeps on when the entry was refused", async () => {
    const { keeper, sent } = keeping();
    await keeper.pause();
    keeper.resume("ab");
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual(["ab"]);
  });
});
