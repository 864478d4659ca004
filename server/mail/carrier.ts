import type { Outcome } from "./rules";

/** A mail as it goes out. */
export interface Message {
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** Epoch ms */
  at: number;
}

/** What brings mail away: a mail server, or a folder. */
export interface Carrier {
  send(message: Message): Promise<Outcome>;
  /** Whether it could be reached; one that could not is of no use any more, and nothing was offered to it */
  ready(): Promise<boolean>;
  /** How many like this one may work side by side when there is much to bring away */
  readonly lanes: number;
  /** Whether it can be offered more now; a server that does not answer is not asked again for each mail */
  readonly usable: boolean;
  /** Whether offering a message twice leaves one: then what was interrupted is simply done again */
  readonly repeatable: boolean;
  close(): void;
}
