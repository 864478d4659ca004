const CHANNEL = "kroniek-session";

/**
 * Hears that this person's session goes on, in another tab or by what else watches in this one.
 * @returns the way to tell the others, who do not include oneself, and to stop listening
 */
export function aliveOf(holderId: string, heard: () => void): { tell: () => void; stop: () => void } {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === holderId) heard();
  };
  return { tell: () => channel.postMessage(holderId), stop: () => channel.close() };
}

/** Tells everything that listens that this person's session goes on. */
export function tellAlive(holderId: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(holderId);
  channel.close();
}
