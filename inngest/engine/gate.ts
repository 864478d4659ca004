/** What the loop waits at: opened by news, or by itself after a while. News that comes while it works is not lost. */
export interface Gate {
  open(): void;
  close(): void;
  readonly closed: boolean;
  /** Resolves when the gate is or gets open, or after `ms`. */
  wait(ms: number): Promise<void>;
}

export function createGate(): Gate {
  let closed = true;
  let release: () => void = () => undefined;
  return {
    open() {
      closed = false;
      release();
    },
    close() {
      closed = true;
    },
    get closed() {
      return closed;
    },
    async wait(ms) {
      if (!closed || ms <= 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        release = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    },
  };
}
