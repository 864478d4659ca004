import { eq } from "drizzle-orm";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { documents } from "@/db/schema/dossier/documents";
import { files } from "@/db/schema/files";
import type { Row } from "../dossier/part";
import { safeFileName } from "../files/safe-file-name";
import { openSealed } from "../files/seal";
import { filePath } from "../files/store";
import { unwrapKey } from "../files/wrap";
import { carePlanBook, clinimetrics, type PagedSheet, PLAN_SHEET, questionnaireAnswers } from "./books";
import type { BundleFeed } from "./bundle-feed";
import { bundleSubject } from "./bundle-subject";
import { partColumns } from "./cells";
import { clientSheet, contactsSheet, EMPTY_SHEETS, mergedInto, readClient } from "./client-sheets";
import { consentSheet } from "./consent-sheet";
import type { DossierReader } from "./dossier-reader";
import { Explanation } from "./explanation";
import { ImportedReader } from "./imported";
import { keptSheet } from "./kept-sheet";
import type { Manifest, PlaceOfPart } from "./manifest";
import { readMe } from "./read-me";
import { columnAt, mapped, parseRow, readerOf } from "./row-decoder";
import { type Scope, type Selection, select } from "./scope";
import type { Cell } from "./sheet-xml";
import type { SheetPlan, WorkbookProperties } from "./skeleton";
import type { Spool } from "./spool";
import { VERSIONS_LEFT_OUT, versionsSheet } from "./versions-sheet";
import { amsterdamWallClock } from "./wall-clock";
import { openWorkbook, type WorkbookInfo } from "./workbook";
import { type ByteSink, ZipWriter } from "./zip";

/** What was asked for, and what is needed to open encrypted values. */
export interface BuildOrder {
  clientNumber: string;
  scope: Scope;
  requestedBy: string;
  requestedAt: number;
  /** Epoch ms of the snapshot, and its Amsterdam calendar day */
  now: number;
  day: string;
  dataDir: string;
  keys: { bsn: Buffer; blob: Buffer };
}

/** How far a build is: rows of the dossier known and done, and the part under way. */
export type Report = (progress: { rowsKnown: number; rowsDone: number; part: string | null }) => void;

/** One export being made: the dossier of a snapshot into one zip. The zip's bytes leave while it is made. */
export class Build {
  readonly #reader: DossierReader;
  readonly #order: BuildOrder;
  readonly #zip: ZipWriter;
  readonly #bundle: BundleFeed;
  readonly #spool: Spool;
  readonly #report: Report;
  readonly #selection: Selection;
  readonly #files: Manifest["files"] = [];
  readonly #parts = new Map<string, { rows: number; files: PlaceOfPart[] }>();
  readonly #characters = { split: 0, removed: 0 };
  #known = 0;
  #done = 0;

  constructor(
    reader: DossierReader,
    order: BuildOrder,
    out: { sink: ByteSink; bundle: BundleFeed; spool: Spool },
    report: Report,
    cancelled: { aborted: boolean },
  ) {
    this.#reader = reader;
    this.#order = order;
    this.#report = report;
    this.#selection = select(order.scope, order);
    this.#bundle = out.bundle;
    this.#spool = out.spool;
    this.#zip = new ZipWriter(out.sink, {
      modified: amsterdamWallClock()(order.now),
      cancelled,
      onEntry: (entry) => this.#files.push({ path: entry.path, bytes: entry.bytes, sha256: entry.sha256 }),
    });
  }

  /**
   * Writes the whole zip, front to back.
   * @param completedAt asked when all but the manifest is written (epoch ms)
   */
  async write(completedAt: () => number): Promise<{ rows: number; bytes: number; manifest: Manifest }> {
    const counts = this.#selection.included.map(({ part, condition }) =>
      this.#reader.count(part.table, condition),
    );
    const rows = counts.reduce((sum, count) => sum + count, 0);
    this.#known = rows;
    this.#tell(null);
    // Each entry is read once: its row leaves at once, its resources wait beside until the workbooks are done.
    const imported = new ImportedReader(this.#reader);
    await this.#bundle.begin(bundleSubject(this.#reader, imported, this.#order.keys.bsn));
    await this.#dossier(imported);
    for (const resources of imported.kept()) await this.#bundle.kept(resources);
    await this.#bundle.end();
    await this.#clinimetrics();
    await this.#questionnaires();
    await this.#carePlans();
    const documentsWithoutFile = await this.#documents();
    const sums = await this.#bundle.sums();
    await this.#zip.addDeflated("fhir/bundle.json", this.#spool.pieces(), sums);
    const manifest = this.#manifest(completedAt());
    await this.#zip.add("LEESMIJ.html", readMe(manifest, documentsWithoutFile, mergedInto(this.#reader)));
    manifest.files = [...this.#files];
    await this.#zip.add("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
    const { bytes } = await this.#zip.close();
    return { rows, bytes, manifest };
  }

  get #properties(): WorkbookProperties {
    return {
      title: `Dossier ${this.#order.clientNumber}`,
      creator: "Kroniek",
      created: new Date(this.#order.now),
    };
  }

  #tell(part: string | null): void {
    this.#report({
      rowsKnown: this.#known,
      rowsDone: this.#done,
      part,
    });
  }

  async #book(path: string, sheets: readonly PagedSheet[]): Promise<WorkbookInfo> {
    const book = await openWorkbook(this.#zip, path, {
      sheets: sheets.map(({ plan }) => plan),
      properties: this.#properties,
    });
    for (const [index, { pages }] of sheets.entries()) {
      for await (const page of pages()) await book.sheet(index).rows(page);
    }
    const info = await book.close();
    this.#characters.split += info.characters.split;
    this.#characters.removed += info.characters.removed;
    return info;
  }

  /** dossier.xlsx: the client, a sheet a part, and what stands around the parts; the parts to the bundle as well. */
  async #dossier(imported: ImportedReader): Promise<void> {
    const { scope, keys } = this.#order;
    const small = (sheet: { plan: SheetPlan; rows: Cell[][] }): PagedSheet => ({
      plan: sheet.plan,
      pages: () => [sheet.rows],
    });
    const client = readClient(this.#reader);
    const partSheets = this.#selection.included.map(({ part, condition }): PagedSheet => {
      const columns = partColumns(part, scope);
      const cells = columns.map(({ key, cell }) => ({ read: readerOf(part.table, key), cell }));
      const idAt = columnAt(part.table, "id");
      const cellsOf = (text: string): Cell[] => {
        const values = parseRow(text);
        return cells.map(({ read, cell }) => cell(read(values)));
      };
      const counted = async function* (build: Build): AsyncGenerator<Iterable<Cell[]>> {
        for (const page of build.#reader.pages(part.table, condition)) {
          for (const { rows, originals } of imported.slices(page, idAt)) {
            await build.#bundle.entries(part, rows, originals);
          }
          yield mapped(page, cellsOf);
          build.#done += page.length;
          build.#tell(part.slug);
        }
      };
      return {
        plan: { name: part.label, columns: columns.map(({ sheet }) => sheet) },
        pages: () => counted(this),
      };
    });
    const first = [small(clientSheet(this.#reader, client, keys.bsn))];
    const info = await this.#book("dossier.xlsx", [
      ...first,
      ...partSheets,
      small(contactsSheet(this.#reader)),
      small(consentSheet(this.#reader)),
      { plan: EMPTY_SHEETS.messages, pages: () => [] },
      ...(scope === "complete" ? [versionsSheet(this.#reader)] : []),
      keptSheet(this.#reader, scope),
      new Explanation(this.#selection, this.#order).sheet(),
    ]);
    this.#selection.included.forEach(({ part }, index) => {
      const sheet = info.sheets[first.length + index];
      const places = (sheet?.names ?? []).map((name) => ({ path: info.path, sheet: name }));
      this.#parts.set(part.slug, { rows: sheet?.rows ?? 0, files: places });
    });
  }

  #place(slug: string, files: PlaceOfPart[]): void {
    this.#parts.get(slug)?.files.push(...files);
  }

  async #clinimetrics(): Promise<void> {
    const info = await this.#book("klinimetrie.xlsx", clinimetrics(this.#reader));
    const used = info.sheets.filter((sheet) => sheet.rows > 0).flatMap((sheet) => sheet.names);
    this.#place(
      "measurements",
      used.map((sheet) => ({ path: info.path, sheet })),
    );
  }

  async #questionnaires(): Promise<void> {
    const info = await this.#book("vragenlijsten.xlsx", [questionnaireAnswers(this.#reader)]);
    const used = info.sheets.filter((sheet) => sheet.rows > 0).flatMap((sheet) => sheet.names);
    this.#place(
      "questionnaires",
      used.map((sheet) => ({ path: info.path, sheet })),
    );
  }

  async #carePlans(): Promise<void> {
    let number = 0;
    for (const page of this.#reader.entries<Row<typeof carePlans>>(carePlans)) {
      for (const plan of page) {
        const path = `zorgplannen/zorgplan-${++number}.xlsx`;
        await this.#book(path, carePlanBook(plan));
        this.#place("care-plans", [{ path, sheet: PLAN_SHEET }]);
      }
    }
  }

  /** The files of documents. @returns how many documents have no file in the dossier */
  async #documents(): Promise<number> {
    if (!this.#parts.has("documents")) return 0;
    let number = 0;
    let withoutFile = 0;
    for (const page of this.#reader.entries<Row<typeof documents>>(documents)) {
      for (const document of page) {
        number++;
        const [stored] = document.fileId
          ? this.#reader.typed<typeof files.$inferSelect>(files, eq(files.id, document.fileId))
          : [];
        if (!stored) {
          withoutFile++;
          continue;
        }
        const key = unwrapKey({ blob: this.#order.keys.blob }, stored.id, stored.wrappedKey);
        const sealed = await openSealed(filePath(this.#order.dataDir, stored.id), key);
        const path = `documenten/${number}-${safeFileName(document.fileName ?? document.title)}`;
        const entry = await this.#zip.openStored(path);
        for await (const chunk of sealed.chunks()) await entry.write(chunk);
        await entry.end();
        this.#place("documents", [{ path }]);
      }
    }
    return withoutFile;
  }

  #manifest(completedAt: number): Manifest {
    const { clientNumber, scope, requestedBy, requestedAt, now } = this.#order;
    return {
      clientNumber,
      scope,
      requestedBy,
      requestedAt: new Date(requestedAt).toISOString(),
      completedAt: new Date(completedAt).toISOString(),
      snapshotAt: new Date(now).toISOString(),
      parts: this.#selection.included.map(({ part }) => ({
        part: part.slug,
        label: part.label,
        rows: this.#parts.get(part.slug)?.rows ?? 0,
        files: this.#parts.get(part.slug)?.files ?? [],
      })),
      files: [...this.#files],
      omitted: [
        ...this.#selection.omitted.map(({ part, reason }) => ({ part: part.slug as string, reason })),
        ...(scope === "current" ? [{ part: "versions", reason: VERSIONS_LEFT_OUT }] : []),
      ],
      characters: { ...this.#characters },
    };
  }
}
