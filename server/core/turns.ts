import { setImmediate as nextTurn } from "node:timers/promises";

/** Await it in a long loop: most times it does nothing, and when this work has held the thread long, others go first. */
export type Turn = () => Promise<void> | undefined;

/** How long work may hold the thread at a stretch, in milliseconds: a page asked for meanwhile waits no longer than this. */
const STRETCH_MS = 12;

/**
 * Cuts long work into stretches.
 * @param goOn asked between stretches: throws when the work should stop
 */
export function makeTurns(goOn: () => void = () => undefined): Turn {
  let since = performance.now();
  return () => {
    if (performance.now() - since < STRETCH_MS) return undefined;
    goOn();
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
