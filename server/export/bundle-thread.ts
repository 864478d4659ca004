import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type AnyRow, partOf } from "../dossier/registry";
import { type BundleSubject, BundleWriter } from "./bundle";
import { BlockDeflate } from "./deflate";
import type { Imported, Originals } from "./imported";
import { decoderOf, mapped, parseRow } from "./row-decoder";
import type { Scope } from "./scope";
import { type Sums, Tally } from "./tally";

/** What a bundle is begun with. */
export interface BundleOrder {
  scope: Scope;
  /** Epoch ms */
  snapshotAt: number;
}

/** What goes into a bundle, in order: its subject, pages of entries part by part, what was kept, and the end. */
export type BundleStep =
  | { step: "begin"; subject: BundleSubject }
  | { step: "entries"; slug: string; rows: readonly string[]; originals: Originals }
  | { step: "kept"; resources: Imported[] }
  | { step: "end" };

/** What comes back: compressed bytes in order; a step is taken when all it made was sent before; the sums at the end. */
export type BundleReply =
  | { kind: "block"; bytes: Uint8Array }
  | { kind: "taken" }
  | { kind: "done"; sums: Sums };

/** Makes a bundle of the steps that come: rows in, compressed bytes out. Holds no database, file or key. */
class BundleMaker {
  readonly #order: BundleOrder;
  readonly #tally = new Tally();
  readonly #body: BlockDeflate;
  readonly #writer: BundleWriter;
  readonly #reply: (reply: BundleReply, moved?: ArrayBuffer[]) => void;

  constructor(order: BundleOrder, port: MessagePort) {
    this.#order = order;
    this.#reply = (reply, moved) => port.postMessage(reply, moved);
    this.#body = new BlockDeflate(
      (bytes) => {
        // A copy of its own size: what is sent goes with all the memory it lies in.
        const own = new Uint8Array(bytes);
        this.#reply({ kind: "block", bytes: own }, [own.buffer]);
        return undefined;
      },
      { onBlock: (bytes) => this.#tally.add(bytes) },
    );
    this.#writer = new BundleWriter((text) => this.#body.write(text), order.scope);
  }

  async take(step: BundleStep): Promise<void> {
    if (step.step === "begin") await this.#writer.begin(step.subject, this.#order.snapshotAt);
    else if (step.step === "entries") await this.#entries(step);
    else if (step.step === "kept") await this.#writer.kept(step.resources);
    else {
      await this.#writer.end();
      await this.#body.end();
      this.#reply({ kind: "done", sums: this.#tally.sums() });
    }
    this.#reply({ kind: "taken" });
  }

  async #entries({ slug, rows, originals }: BundleStep & { step: "entries" }): Promise<void> {
    const part = partOf(slug);
    if (!part) throw new Error("no such part");
    const decode = decoderOf<AnyRow>(part.table);
    await this.#writer.entries(
      part,
      mapped(rows, (text) => decode(parseRow(text))),
      originals,
    );
  }
}

const port = parentPort;
if (port) {
  const maker = new BundleMaker(workerData as BundleOrder, port);
  // One step after the other. One that fails ends this thread with its error, and whoever feeds it hears of it.
  let work = Promise.resolve();
  port.on("message", (step: BundleStep) => {
    work = work.then(() => maker.take(step));
    if (step.step === "end") work = work.then(() => port.close());
  });
}
