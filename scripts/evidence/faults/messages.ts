import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleBulk, makeFolder, type Outcome, sendWithDeaths, startSink } from "@/scripts/bench/bulk/run";

const RECIPIENTS = 4_000;
/**
 * At which shares of the way a process dies: while it is delivered, and while its mails go. The last while it is delivered
 * is well before the end: a fifth death while mails go gives that run up, and the rest waits for the sweep.
 */
const DEATHS = { portal: [0, 0.2, 0.5, 0.7], mails: [0, 0.3, 0.6, 0.9] };
/** Mails under way at a death: so many may be uncertain each time, and no more. */
const MOST_UNDER_WAY = 50;

/** Kills the process that brings a message to thousands again and again; nothing is lost and nothing comes twice. */
export async function messagesKilled(): Promise<{ messages: number } & Outcome> {
  await bundleBulk();
  const folder = mkdtempSync(join(tmpdir(), "kroniek-messages-"));
  const sink = await startSink();
  try {
    const dataDir = join(folder, "data");
    const session = await makeFolder(dataDir, RECIPIENTS);
    return { messages: RECIPIENTS, ...(await sendWithDeaths(sink, dataDir, session, RECIPIENTS, DEATHS)) };
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether that is what must come out of a crash in the middle of a bulk message. */
export function isWhole({ lost, duplicates, uncertain }: Outcome): boolean {
  return lost === 0 && duplicates === 0 && uncertain <= DEATHS.mails.length * MOST_UNDER_WAY;
}
