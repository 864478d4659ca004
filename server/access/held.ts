/** What an act opened and must not leave open when it does not come to its end, such as a file to be downloaded. */
export interface Closable {
  close(): Promise<void>;
}

/** Keeps what is open; `letGo` closes it all, before an act is run again or when it fails. */
export function holding() {
  const held: Closable[] = [];
  return {
    hold: (open: Closable): void => {
      held.push(open);
    },
    letGo: async (): Promise<void> => {
      await Promise.all(held.splice(0).map((open) => open.close()));
    },
  };
}
