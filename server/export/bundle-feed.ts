import { Worker } from "node:worker_threads";
import type { AnyPart } from "../dossier/registry";
import type { BundleSubject } from "./bundle";
import type { BundleOrder, BundleReply, BundleStep } from "./bundle-thread";
import type { Imported, Originals } from "./imported";
import type { Sums } from "./tally";
import type { ByteSink } from "./zip";

/** UTF-16 units (roughly) that may be under way; one step always may. */
const MOST_UNDER_WAY = 2_000_000;
/** What comes with a text. */
const BESIDES = 100;

function weightOf(rows: readonly string[], originals: Originals): number {
  let weight = 0;
  for (const row of rows) weight += BESIDES + row.length;
  for (const resources of originals.values()) weight += weightOfTexts(resources);
  return weight;
}

const weightOfTexts = (resources: readonly Imported[]): number =>
  resources.reduce((sum, { json }) => sum + BESIDES + json.length, 0);

/**
 * `fhir/bundle.json` being made in a thread of its own, from rows this thread reads: both files come of one reading,
 * and so of one snapshot. Compressed bytes that come back go into the spool. Await each call: that is the
 * back-pressure. Each call, and `sums`, throws what made the thread or the spool fail. Always `stop` it.
 */
export class BundleFeed {
  readonly #thread: Worker;
  /** Weights of the steps sent and not yet taken, oldest first. */
  readonly #weights: number[] = [];
  #underWay = 0;
  #arrived = Promise.resolve();
  #sums: Sums | undefined;
  #failure: unknown;
  #changed: () => void = () => undefined;

  /** Starts the thread. @param spool where the bundle's compressed bytes wait for their turn */
  constructor(order: BundleOrder, spool: ByteSink) {
    this.#thread = new Worker(new URL("./bundle-thread.ts", import.meta.url), {
      workerData: order,
      // Resources are many and short-lived: room for the young saves sweeping.
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 },
    });
    this.#thread.on("message", (reply: BundleReply) => {
      // In order, each after what came before is in the spool: a full disk slows down whoever reads the rows.
      this.#arrived = this.#arrived
        .then(() => this.#arrive(reply, spool))
        .catch((error) => this.#fail(error));
    });
    this.#thread.on("error", (error) => this.#fail(error));
    this.#thread.on("exit", () => {
      this.#arrived = this.#arrived.then(() => {
        if (!this.#sums) this.#fail(new Error("The bundle's thread ended without a word."));
      });
    });
  }

  /** First of all: whom it is about. */
  begin(subject: BundleSubject): Promise<void> {
    return this.#send({ step: "begin", subject }, 0);
  }

  /** Texts of a part's entries, as `DossierReader.pages` gives them, with what they were imported from. */
  entries(part: AnyPart, rows: readonly string[], originals: Originals): Promise<void> {
    return this.#send({ step: "entries", slug: part.slug, rows, originals }, weightOf(rows, originals));
  }

  /** Resources that no part could carry. */
  kept(resources: Imported[]): Promise<void> {
    return this.#send({ step: "kept", resources }, weightOfTexts(resources));
  }

  /** Says that there is no more. */
  end(): Promise<void> {
    return this.#send({ step: "end" }, 0);
  }

  /** After `end`: waits until the whole bundle is in the spool, and says what it is. */
  async sums(): Promise<Sums> {
    while (!this.#sums) await this.#change();
    return this.#sums;
  }

  /** Ends the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  async #send(step: BundleStep, weight: number): Promise<void> {
    while (this.#underWay > 0 && this.#underWay + weight > MOST_UNDER_WAY) await this.#change();
    if (this.#failure) throw this.#failure;
    this.#weights.push(weight);
    this.#underWay += weight;
    this.#thread.postMessage(step);
  }

  async #arrive(reply: BundleReply, spool: ByteSink): Promise<void> {
    if (reply.kind === "block") return spool.write(reply.bytes);
    if (reply.kind === "done") this.#sums = reply.sums;
    else this.#underWay -= this.#weights.shift() ?? 0;
    this.#changed();
  }

  /** Waits for the next news. @throws what failed */
  async #change(): Promise<void> {
    if (!this.#failure) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
    if (this.#failure) throw this.#failure;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#changed();
  }
}
