import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/audits/[kind]/route";
import { fingerprint, publicKeyText } from "@/server/audit/log-file";
import { checkLogFile } from "@/server/audit/log-file-check";
import { setRunning } from "@/server/core/world";
import { apiAs, entriesOf, makeEmployee, makePlaces, openSession } from "../access/people";
import { cookieOf, ORIGIN } from "../api/post";
import { readXlsx } from "../export/xlsx-reader";
import { makeWorld, START, type TestWorld } from "../world";
import { addRows } from "./tampers";

const DAY = 86_400_000;
let world: TestWorld;
let session: string;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  setRunning({ world });
  session = await reader();
});

async function reader(): Promise<string> {
  const holding = { tasks: ["audit.view"], reach: "everywhere" } as const;
  return openSession(world, await makeEmployee(world, [holding], { name: "Hanneke Post" }));
}

async function press(kind: string, body: unknown, by = session, headers = {}) {
  const cookie = { cookie: await cookieOf(world, by) };
  const own = { host: "localhost:3000", origin: ORIGIN, "sec-fetch-site": "same-origin" };
  const request = new Request(`${ORIGIN}/api/audits/${kind}`, {
    method: "POST",
    headers: { ...own, ...cookie, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ kind }) });
}

const fileOf = async (body: unknown) => Buffer.from(await (await press("file", body)).arrayBuffer());

async function* chunks(bytes: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const check = (bytes: Buffer) => checkLogFile(chunks(bytes));
const lines = (bytes: Buffer) => bytes.toString("utf8").split("\n").slice(0, -1);
const joined = (all: readonly string[]) => Buffer.from(`${all.join("\n")}\n`);

async function filled(): Promise<Buffer> {
  await addRows(world, 12);
  await world.keeper.checkpoint(world.clock.now());
  await addRows(world, 9);
  return fileOf({});
}

describe("the signed file", () => {
  it("of a whole period holds every row, ties to the log's own checkpoints, and checks with the public key", async () => {
    const bytes = await filled();
    const found = await check(bytes);
    expect(found.problem).toBeUndefined();
    expect(found.header).toMatchObject({ scope: "complete", first: 1, last: 21, rows: 21, filter: {} });
    expect([found.rows, found.checkpoints]).toEqual([21, 1]);
    expect(found.header?.publicKey).toBe(publicKeyText(world.keys.checkpoint));
  });

  it("that begins halfway goes on from the digest of the log there, so later checkpoints still fit", async () => {
    await addRows(world, 5);
    await world.keeper.checkpoint(1);
    await addRows(world, 3);
    world.clock.advance(DAY);
    session = await reader();
    await addRows(world, 4);
    await world.keeper.checkpoint(2);
    const found = await check(await fileOf({ from: "2026-11-22" }));
    expect(found.header).toMatchObject({ scope: "complete", first: 9, last: 12, rows: 4 });
    expect([found.problem, found.rows, found.checkpoints]).toEqual([undefined, 4, 1]);
  });

  it("of a choice says so and by what, and names nobody but by number", async () => {
    await addRows(world, 21);
    const found = await check(await fileOf({ outcome: "refused", until: "2026-11-21" }));
    expect(found.header).toMatchObject({
      scope: "selection",
      filter: { Uitkomst: "Geweigerd", "Tot en met": "21-11-2026" },
      madeBy: "Hanneke Post, proef",
    });
    expect([found.problem, found.rows]).toEqual([undefined, 5]);
  });

  it("without rows is a file too", async () => {
    const found = await check(await fileOf({ from: "2020-01-01", until: "2020-02-01" }));
    expect([found.problem, found.rows, found.header?.first]).toEqual([undefined, 0, null]);
  });

  it("shows every change of a line, every removal, swap, doubling and cut", async () => {
    const all = lines(await filled());
    const tampers: [string, string[]][] = all.flatMap((line, at): [string, string[]][] => {
      const next = all[at + 1];
      return [
        [`line ${at} removed`, all.toSpliced(at, 1)],
        [`line ${at} doubled`, all.toSpliced(at, 0, line)],
        [`line ${at} emptied`, all.with(at, "")],
        [`line ${at} with a space more`, all.with(at, `${line} `)],
        [`cut before ${at}`, all.slice(0, at)],
        ...(next
          ? [
              [`lines ${at} and ${at + 1} swapped`, all.with(at, next).with(at + 1, line)] as [
                string,
                string[],
              ],
            ]
          : []),
      ];
    });
    const missed = [];
    for (const [name, tampered] of tampers) {
      if (!(await check(joined(tampered))).problem) missed.push(name);
    }
    expect(missed).toEqual([]);
    expect(tampers.length).toBeGreaterThan(140);
  });

  it("shows a change of any byte", async () => {
    await addRows(world, 2);
    await world.keeper.checkpoint(3);
    const bytes = await fileOf({});
    const missed = [];
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (at % 2 === 0 ? 1 : 4);
      if (!(await check(changed)).problem) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it("names the line where a row was changed, also when all digests after it were made to fit", async () => {
    const all = lines(await filled());
    const at = 7;
    const forged = all.with(at, (all[at] ?? "").replace('"outcome":"done"', '"outcome":"refused"'));
    expect((await check(joined(forged))).problem).toEqual({ what: "row-changed", line: at + 1 });
  });

  it("signed with another key is whole, but not ours", async () => {
    const bytes = await filled();
    const other = generateKeyPairSync("ed25519");
    expect(fingerprint(publicKeyText(other.publicKey))).not.toBe(
      fingerprint(publicKeyText(world.keys.checkpoint)),
    );
    const file = join(mkdtempSync(join(tmpdir(), "kroniek-")), "log.ndjson");
    writeFileSync(file, bytes);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "scripts/audit-verify.ts", file, ...args], {
        env: { ...process.env, DATA_DIR: join(tmpdir(), "nothing-here") },
        encoding: "utf8",
      });
    const alone = run();
    expect(alone.stderr).toBe("");
    expect([alone.status, alone.stdout]).toEqual([
      0,
      expect.stringContaining("Volledig: elke logregel van 1 tot en met 21"),
    ]);
    expect(alone.stdout).toContain(fingerprint(publicKeyText(world.keys.checkpoint)));
    expect(existsSync(join(tmpdir(), "nothing-here"))).toBe(false);
    expect(run("--key", fingerprint(publicKeyText(world.keys.checkpoint))).status).toBe(0);
    const wrong = run("--key", fingerprint(publicKeyText(other.publicKey)));
    expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining("AFWIJKING.")]);
    writeFileSync(file, bytes.subarray(0, -10));
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining("handtekening ontbreekt") });
  });
});

describe("the download", () => {
  it("is logged with its number of rows and kinds of filters before a row leaves", async () => {
    await addRows(world, 6);
    const entries = await entriesOf(world, async () => {
      await press("file", { outcome: "refused" });
      await press("sheet", {});
    });
    expect(entries.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ["audit.file-downloaded", "done", "rows 2; filters: outcome"],
      ["audit.sheet-downloaded", "done", "rows 7; filters: none"],
    ]);
  });

  it("as Excel holds the same rows in words, with a sheet that says what they are", async () => {
    await addRows(world, 3);
    const response = await press("sheet", {});
    expect(response.headers.get("content-disposition")).toContain("logboek-20261121-3-regels.xlsx");
    const [sheet, about] = readXlsx(Buffer.from(await response.arrayBuffer()));
    const column = (letters: string) =>
      [...(sheet?.rows.values() ?? [])].map((row) => row.get(letters)?.value);
    expect(column("A")).toEqual(["Logregel", 1, 2, 3]);
    expect(column("F")).toEqual([
      ...["Gebeurtenis", "Opent cliënt", "Bekijkt dossieronderdeel", "Bekijkt dossieronderdeel"],
    ]);
    expect(column("H").slice(0, 2)).toEqual(["Uitkomst", "Geweigerd"]);
    expect(about?.name).toBe("Toelichting");
  });

  it("needs the task, our own page and a filter that can be read; each refusal is logged", async () => {
    const nobody = await openSession(
      world,
      await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "everywhere" }]),
    );
    const entries = await entriesOf(world, async () => {
      expect((await press("file", {}, nobody)).status).toBe(404);
      expect((await press("sheet", "no JSON")).status).toBe(403);
      expect((await press("file", { from: "31-02-2026" })).status).toBe(403);
    });
    expect(entries.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ["audit.file-downloaded", "refused", "task-missing"],
      ["audit.sheet-downloaded", "failed", "input-invalid"],
      ["audit.file-downloaded", "failed", "input-invalid"],
    ]);
    expect((await press("file", {}, session, { origin: "https://elders.example" })).status).toBe(403);
    expect((await press("all", {})).status).toBe(404);
  });
});

describe("the state of the chain", () => {
  it("tells the length, the last checkpoint, and a check that was asked for", async () => {
    await addRows(world, 4);
    await world.keeper.checkpoint(START);
    const api = await apiAs(world, session);
    expect(await api.audits.chain()).toMatchObject({
      rows: 4,
      checkpoint: { rows: 4, at: START },
      running: null,
      checked: null,
    });
    const { checkId } = await api.audits.check();
    expect(world.sent).toEqual([{ name: "audit/check.asked", data: { checkId } }]);
    expect((await api.audits.check()).checkId).toBe(checkId);
    expect((await api.audits.chain()).running).toEqual({ rows: 0, startedAt: START });
  });
});
