const CHANNEL = "kroniek-session";

/** Tells the other tabs, and what else watches in this one, that this person's session goes on. */
export function tellAlive(holderId: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(holderId);
  channel.close();
}

/** Hears it, of one person only. @returns the way to stop listening */
export function onAlive(holderId: string, heard: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === holderId) heard();
  };
  return () => channel.close();
}
