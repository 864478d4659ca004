import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, createClient, type InValue } from "@libsql/client";
import { openAnchor } from "@/server/audit/anchor";
import { GENESIS, type Head } from "@/server/audit/chain";
import { verifyLog } from "@/server/audit/keep";
import { headOf, record } from "@/server/audit/record";
import type { World } from "@/server/core/world";

/** Adds rows to the log, each its own commit, as acts do. */
export async function addRows(world: World, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await world.db.write((tx) =>
      record(tx, world.keys, {
        at: world.clock.now(),
        event: index % 3 === 0 ? "client.opened" : "dossier.part-viewed",
        outcome: index % 5 === 0 ? "refused" : "done",
        actor: `employee:${index % 4}`,
        actorName: "Iemand",
        role: "verzorgende",
        onBehalfOf: null,
        clientId: `client-${index % 7}`,
        objects: [`client:client-${index % 7}`],
        purpose: null,
        task: "dossier.view",
        emergency: false,
        accessPoint: "web",
        source: "192.0.2.7",
        detail: null,
      }),
    );
  }
}

/** Someone who holds the database key but not the audit key: writes to the file past our own write road. */
export function intruder(world: World): Client {
  return createClient({ url: `file:${world.db.file}`, encryptionKey: world.keys.database });
}

interface Tamper {
  name: string;
  apply(): Promise<unknown> | unknown;
}

type Row = Record<string, InValue>;

const OTHER: Record<string, InValue> = { objects: '["client:x"]', emergency: 1, at: 1, sequence: 5_000 };

/** Every way to tamper with a log of these rows: in the rows, the anchor and the checkpoints. */
function tampersOf(db: Client, rows: Row[], files: Files, heads: Head[], key: Buffer): Tamper[] {
  const columns = Object.keys(rows[0] ?? {});
  const put = (row: Row) =>
    db.execute({
      sql: `INSERT INTO audit_entries (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      args: columns.map((column) => row[column] ?? null),
    });
  // Each column in some rows, each row in some columns: first, last, and those around anchors and checkpoints.
  const some = rows.filter((_, index) => index % 8 === 0 || index === 9 || index === rows.length - 1);
  const changes = some.flatMap((row) =>
    columns.map((column) => ({
      name: `row ${row.sequence}: ${column} changed`,
      apply: () => {
        const was = row[column];
        const other = OTHER[column] ?? (was === null ? "x" : `${was}x`);
        const sql = `UPDATE audit_entries SET ${column} = ? WHERE sequence = ?`;
        return db.execute({ sql, args: [other, row.sequence ?? null] });
      },
    })),
  );
  const emptied = some.flatMap((row) =>
    ["role", "client_id", "task", "source"].map((column) => ({
      name: `row ${row.sequence}: ${column} emptied`,
      apply: () =>
        db.execute({
          sql: `UPDATE audit_entries SET ${column} = NULL WHERE sequence = ?`,
          args: [row.sequence ?? null],
        }),
    })),
  );
  const deletions = rows.map((row) => ({
    name: `row ${row.sequence} deleted`,
    apply: () =>
      db.execute({ sql: "DELETE FROM audit_entries WHERE sequence = ?", args: [row.sequence ?? null] }),
  }));
  const swaps = rows.slice(1).map((row, index) => ({
    name: `rows ${index + 1} and ${index + 2} swapped`,
    apply: async () => {
      const before = rows[index] as Row;
      await db.execute({
        sql: "DELETE FROM audit_entries WHERE sequence IN (?, ?)",
        args: [index + 1, index + 2],
      });
      await put({ ...before, sequence: index + 2 });
      await put({ ...row, sequence: index + 1 });
    },
  }));
  const closings = rows.map((row) => ({
    name: `row ${row.sequence} deleted and the later ones moved up`,
    apply: async () => {
      await db.execute({
        sql: "DELETE FROM audit_entries WHERE sequence >= ?",
        args: [row.sequence ?? null],
      });
      const later = rows.filter((each) => Number(each.sequence) > Number(row.sequence));
      for (const each of later) await put({ ...each, sequence: Number(each.sequence) - 1 });
    },
  }));
  const last = rows.at(-1) as Row;
  const insertions = [-1, 0, rows.length + 1, rows.length + 9].map((sequence) => ({
    name: `a row inserted at ${sequence}`,
    apply: () => put({ ...last, sequence }),
  }));
  const truncations = rows.map((_, kept) => ({
    name: `cut after row ${kept}`,
    apply: () => db.execute({ sql: "DELETE FROM audit_entries WHERE sequence > ?", args: [kept] }),
  }));
  const anchored = async (head: Head, by: Buffer) => {
    rmSync(files.anchor);
    const anchor = openAnchor(files.anchor, by);
    await anchor.write(head);
    anchor.close();
  };
  const checkpointed = readFileSync(files.checkpoints, "utf8").split("\n").slice(0, -1);
  const lastCheckpoint = Math.max(
    ...checkpointed.map((line) => (JSON.parse(line) as { count: number }).count),
  );
  const rollbacks = heads
    .filter(({ sequence }) => sequence < lastCheckpoint)
    .map((head) => ({
      name: `cut after row ${head.sequence} with the anchor of that time put back`,
      apply: async () => {
        await db.execute({ sql: "DELETE FROM audit_entries WHERE sequence > ?", args: [head.sequence] });
        await anchored(head, key);
      },
    }));
  const old = heads
    .filter(({ sequence }) => sequence + 64 < rows.length)
    .map((head) => ({
      name: `anchor of row ${head.sequence} put back`,
      apply: () => anchored(head, key),
    }));
  const newest = heads.at(-1) as Head;
  const anchors: Tamper[] = [
    { name: "anchor removed", apply: () => rmSync(files.anchor) },
    { name: "anchor emptied", apply: () => writeFileSync(files.anchor, "") },
    { name: "anchor of another key", apply: () => anchored(newest, Buffer.alloc(32, 7)) },
    { name: "anchor beside the log", apply: () => anchored({ ...newest, hash: "00".repeat(32) }, key) },
    { name: "anchor ahead of the log", apply: () => anchored({ ...newest, sequence: rows.length + 1 }, key) },
  ];
  const edits = checkpointed.flatMap((line, at) => {
    const whole = JSON.parse(line) as Record<string, string | number>;
    const others = {
      count: [1, 0, -1, Number(whole.count) + 1, 1_000_000, "x"],
      digest: ["", "00".repeat(32)],
      at: [0, Number(whole.at) + 1],
      signature: ["", Buffer.alloc(64, 1).toString("base64")],
    };
    const replaced = (text: string) => () =>
      writeFileSync(
        files.checkpoints,
        `${checkpointed.map((each, i) => (i === at ? text : each)).join("\n")}\n`,
      );
    return [
      ...Object.entries(others).flatMap(([field, values]) =>
        values.map((value) => ({
          name: `checkpoint ${at}: ${field} ${value}`,
          apply: replaced(JSON.stringify({ ...whole, [field]: value })),
        })),
      ),
      { name: `checkpoint ${at}: blanked`, apply: replaced("") },
      { name: `checkpoint ${at}: not JSON`, apply: replaced("{oops") },
      { name: `checkpoint ${at}: doubled`, apply: replaced(`${line}\n${line}`) },
    ];
  });
  return [
    ...changes,
    ...emptied,
    ...deletions,
    ...swaps,
    ...closings,
    ...insertions,
    ...truncations,
    ...rollbacks,
    ...old,
    ...anchors,
    ...edits,
  ];
}

interface Files {
  anchor: string;
  checkpoints: string;
}

/**
 * Makes a log, tampers with it in every way there is, one at a time, and asks the verifier each time.
 * @param checkpoint signs a checkpoint over the rows so far
 * @returns the names of what was not noticed; `sound` tells that the untouched log was found whole throughout
 */
export async function runTampers(
  world: World,
  checkpoint: () => Promise<void>,
): Promise<{ tampers: number; missed: string[]; sound: boolean }> {
  const heads: Head[] = [GENESIS];
  for (const rows of [10, 30, 40]) {
    for (let index = 0; index < rows; index++) {
      await addRows(world, 1);
      heads.push(await headOf(world.db.read));
    }
    if (heads.length < 60) await checkpoint();
  }
  const { dataDir } = world.env;
  const folder = join(dataDir, "audit");
  const files = { anchor: join(folder, "anchor"), checkpoints: join(folder, "checkpoints.jsonl") };
  const before = { anchor: readFileSync(files.anchor), checkpoints: readFileSync(files.checkpoints) };
  const db = intruder(world);
  await db.execute("PRAGMA synchronous=OFF");
  for (const name of ["update", "delete", "replace"])
    await db.execute(`DROP TRIGGER audit_entries_no_${name}`);
  await db.execute("CREATE TABLE kept AS SELECT * FROM audit_entries");
  const { rows, columns } = await db.execute("SELECT * FROM audit_entries ORDER BY sequence");
  const plain = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] as InValue])));
  const deviates = async () => (await verifyLog(world.db.read, dataDir, world.keys)).deviation !== undefined;
  const missed: string[] = [];
  let sound = !(await deviates());
  const tampers = tampersOf(db, plain, files, heads, world.keys.audit);
  for (const [index, { name, apply }] of tampers.entries()) {
    await apply();
    if (!(await deviates())) missed.push(name);
    await db.batch(["DELETE FROM audit_entries", "INSERT INTO audit_entries SELECT * FROM kept"], "write");
    if (existsSync(files.anchor)) rmSync(files.anchor);
    writeFileSync(files.anchor, before.anchor);
    writeFileSync(files.checkpoints, before.checkpoints);
    if (index % 40 === 0) sound &&= !(await deviates());
  }
  sound &&= !(await deviates());
  db.close();
  return { tampers: tampers.length, missed, sound };
}
