import type { Outputs } from "@/app/_trpc/outputs";
import { aliveOf } from "./alive";

/** What is left of a session, and whether it can be lengthened; the same of both kinds. */
export type TimeLeft = Outputs["account"]["timeLeft"];

/** How long before the end a warning comes (SECURITY.md B2). */
const WARN_MS = 2 * 60_000;
/** How often is looked again meanwhile: another tab may have gone on. */
const LOOK_MS = 15_000;

/** What is watched with: of the staff's session, or the portal's. */
export interface SessionCalls {
  /** Whose session it is: tabs of one person tell each other that it goes on */
  holderId: string;
  /** What is left; asking does not lengthen it. `ended` when it is over. */
  ask: () => Promise<TimeLeft | "ended">;
  /** Goes on, and tells what is left now. */
  stay: () => Promise<TimeLeft | "ended">;
}

export type Watched = { now: "quiet" } | { now: "warning"; left: TimeLeft } | { now: "ended" };

/**
 * Watches the time a session has left. The server is asked only when the end may be near, and not any more after it:
 * what a stranger asks is a refusal in the log.
 * @param first what was left when the page was made
 * @param tell called at each change
 */
export function watchSession(calls: SessionCalls, first: TimeLeft, tell: (watched: Watched) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  const wait = (ms: number) => {
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(look, ms);
  };
  const take = (left: TimeLeft | "ended") => {
    if (left === "ended") {
      clearTimeout(timer);
      due = Number.POSITIVE_INFINITY;
      return tell({ now: "ended" });
    }
    const quiet = left.leftMs - WARN_MS;
    tell(quiet > 0 ? { now: "quiet" } : { now: "warning", left });
    wait(quiet > 0 ? quiet : Math.min(LOOK_MS, Math.max(0, left.leftMs) + 1_000));
  };
  let asked = 0;
  /** Asks, and takes the answer unless something newer was asked meanwhile. Rejects without an answer. */
  const takeOf = async (ask: SessionCalls["ask"]) => {
    asked += 1;
    const mine = asked;
    const left = await ask();
    if (mine === asked) take(left);
  };
  // Without an answer nothing is known: what stands stays, and it is asked again.
  const look = () => void takeOf(calls.ask).catch(() => wait(LOOK_MS));
  // A computer that slept, or a tab in the background, wakes its timers late.
  const seen = () => {
    if (document.visibilityState === "visible" && Date.now() >= due) look();
  };
  take(first);
  const others = aliveOf(calls.holderId, look);
  document.addEventListener("visibilitychange", seen);
  return {
    /** Looks again at once: someone signed in over the page. */
    look,
    /** Goes on, here and in the other tabs. Rejects when the server does not answer. */
    goOn: async () => {
      await takeOf(calls.stay);
      others.tell();
    },
    stop: () => {
      clearTimeout(timer);
      others.stop();
      document.removeEventListener("visibilitychange", seen);
    },
  };
}
