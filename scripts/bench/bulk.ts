import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleBulk, makeFolder, sendWhole, sendWithDeaths, startSink } from "./bulk/run";
import { rounded } from "./percentile";

const RECIPIENTS = 100_000;

/** What the bench prints for a message to very many (the contract names the keys). */
export interface BulkFigures {
  recipients: number;
  /** From the click until all recipients are written down */
  enqueue_seconds: number;
  /** From the click until everyone has it in the portal and its notice in the queue */
  deliver_seconds: number;
  /** Longest the thread that serves pages was held, until the last mail was gone */
  max_stall_ms: number;
  mails_per_second: number;
  /** ÷ a bare pipelined SMTP client, same mail server */
  mail_ratio_to_bare: number;
  /** Portal messages and mails that did not come, undisturbed and with a kill -9 halfway each */
  lost: number;
  duplicates: number;
  /** Mails of which nobody knows, after those deaths */
  uncertain: number;
}

/** Measures a message to 100,000 people, mails and all, and again with two deaths in it. */
export async function benchBulk(): Promise<BulkFigures> {
  await bundleBulk();
  const folder = mkdtempSync(join(tmpdir(), "kroniek-bulk-"));
  const sink = await startSink();
  try {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    const session = await makeFolder(one, RECIPIENTS);
    cpSync(one, two, { recursive: true });
    const { figures, outcome } = await sendWhole(sink, one, session, RECIPIENTS);
    const halfway = { portal: [0.5], mails: [0.5] };
    const killed = await sendWithDeaths(sink, two, session, RECIPIENTS, halfway);
    const rate = RECIPIENTS / (figures.done - figures.delivered);
    return {
      recipients: RECIPIENTS,
      enqueue_seconds: rounded(figures.collected, 2),
      deliver_seconds: rounded(figures.delivered, 1),
      max_stall_ms: rounded(figures.stall, 1),
      mails_per_second: Math.round(rate),
      mail_ratio_to_bare: rounded(rate / figures.bare, 3),
      lost: outcome.lost + killed.lost,
      duplicates: outcome.duplicates + killed.duplicates,
      uncertain: outcome.uncertain + killed.uncertain,
    };
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
