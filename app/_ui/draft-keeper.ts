/** Where what is typed stands. `at` is epoch ms. */
export type DraftState =
  | { kind: "none" }
  | { kind: "saving" }
  | { kind: "saved"; at: number }
  | { kind: "offline"; sentence?: string }
  | { kind: "signed-out" }
  | { kind: "refused"; sentence: string };

/** Why keeping failed; `offline` (no answer, or the server's sentence that it is busy) is tried again by itself. */
export type DraftFailure = Extract<DraftState, { kind: "offline" | "signed-out" | "refused" }>;

type Keeping<T> = {
  /** Sends it and gives the moment it was stored, or why that failed. Never throws. */
  send: (typed: T) => Promise<{ kind: "saved"; at: number } | DraftFailure>;
  /** Sends it while the page goes away; nobody hears the answer. */
  sendLast: (typed: T) => void;
  onState: (state: DraftState) => void;
  /** Milliseconds of not typing after which it is sent */
  rest?: number;
  /** Milliseconds after which it is tried again */
  again?: number;
};

const REST_MS = 1_200;
const AGAIN_MS = 8_000;

/**
 * Keeps on the server what someone types: a moment after they stop, one at a time, the newest only, and again until it
 * worked. Nothing is kept in the browser but in this page's memory.
 */
export class DraftKeeper<T> {
  /** What is typed and not yet stored */
  private waiting: { typed: T } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | undefined;
  private paused = false;

  constructor(private readonly how: Keeping<T>) {}

  /** Something was typed. */
  typed(typed: T): void {
    this.waiting = { typed };
    this.schedule(this.how.rest ?? REST_MS);
  }

  /** Tries at once: the connection is back, or the person has signed in again. */
  retry(): void {
    if (this.waiting && !this.underWay) this.sendNow();
  }

  /** Stops sending and waits for what is under way, so that no draft is stored after the entry itself was. */
  async pause(): Promise<void> {
    this.paused = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  /** The entry was not stored after all: what is typed is kept again. */
  resume(typed: T): void {
    this.paused = false;
    this.typed(typed);
  }

  /** Whether something was typed that is not stored yet. */
  get isBehind(): boolean {
    return this.waiting !== undefined && !this.paused;
  }

  /** The page goes away: sends what is not stored yet. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.waiting && !this.paused) this.how.sendLast(this.waiting.typed);
  }

  /** There is nothing to keep any more: it was stored as an entry, or thrown away. */
  forget(): void {
    this.waiting = undefined;
    clearTimeout(this.timer);
    this.how.onState({ kind: "none" });
  }

  /** Begins anew after `forget`. */
  reopen(): void {
    this.paused = false;
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    if (!this.paused) this.timer = setTimeout(() => this.retry(), after);
  }

  private sendNow(): void {
    const sent = this.waiting;
    if (!sent || this.paused) return;
    clearTimeout(this.timer);
    this.how.onState({ kind: "saving" });
    this.underWay = this.how.send(sent.typed).then((answer) => {
      this.underWay = undefined;
      if (answer.kind !== "saved") {
        if (this.waiting) this.how.onState(answer);
        if (this.waiting && answer.kind === "offline") this.schedule(this.how.again ?? AGAIN_MS);
      } else if (this.waiting === sent) {
        this.waiting = undefined;
        this.how.onState(answer);
      } else if (this.waiting) this.schedule(this.how.rest ?? REST_MS);
    });
  }
}
