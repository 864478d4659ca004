import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { destroyExport, sweepExports } from "@/inngest/export";
import { performOnClient, reasonOf } from "@/server/access/perform";
import { loadKeys } from "@/server/core/keys";
import { buildExport, underWay } from "@/server/export/builder";
import { KEPT_MS } from "@/server/export/rules";
import { openDownload } from "@/server/export/service";
import { contextOf, openSession, takeTask } from "@/tests/access/people";
import { CLIENT, deletionsOf, filesOf, onScene, rowOf, type Scene } from "./one-export";

async function download({ world, exporterId }: Scene, exportId: string) {
  const { caller } = await contextOf(world, await openSession(world, exporterId));
  const act = { tasks: ["dossier.export"], audit: "export.downloaded", kind: "mutation" } as const;
  return performOnClient(world, caller, act, CLIENT, (ctx, client) => openDownload(ctx, client, exportId));
}

const refusal = (attempt: Promise<unknown>) => attempt.then(() => "allowed", reasonOf);

/** With less than the minimum free, a build stops with the reason, and nothing of it stays on disk. */
export const diskFull = () =>
  onScene(async (scene) => {
    const id = await scene.made();
    const row = await rowOf(scene, id);
    if (!row) return false;
    const again = { ...row, id: "disk-full" };
    const build = buildExport(scene.world, again, CLIENT, { minimumFree: Number.MAX_SAFE_INTEGER });
    const reason = await refusal(build);
    return reason === "export-disk-full" && filesOf(scene).every((name) => name === `${id}.sealed`);
  });

/** A clock set back after deletion revives nothing; set forward again, nothing is deleted twice. */
export const clockJumps = () =>
  onScene(async (scene) => {
    const id = await scene.made();
    scene.world.clock.move(KEPT_MS + 1);
    await destroyExport(scene.world, id);
    scene.world.clock.move(-2 * KEPT_MS);
    const revived = (await refusal(download(scene, id))) !== "export-gone";
    scene.world.clock.move(3 * KEPT_MS);
    await sweepExports(scene.world);
    return !revived && filesOf(scene).length === 0 && (await deletionsOf(scene)).length === 1;
  });

/** The same click twice is one export with the same answer; another click while it runs is told so. */
export const doubleClick = () =>
  onScene(async (scene) => {
    const api = await scene.api();
    const click = { clientId: CLIENT, requestKey: "evidence-click" };
    const [first, second, other] = await Promise.all([
      api.export.request(click),
      api.export.request(click),
      refusal(api.export.request({ ...click, requestKey: "evidence-other" })),
    ]);
    await scene.engine.settled();
    const back = await api.export.request(click);
    const same = first.exportId === second.exportId && first.exportId === back.exportId;
    return same && other === "export-running" && filesOf(scene).length === 1;
  });

/** At 24 hours the link is dead at once; a stream under way ends whole or breaks, and the file is gone. */
export const deletionWhileDownloading = () =>
  onScene(async (scene) => {
    const id = await scene.made();
    const { file } = await download(scene, id);
    const chunks = file.chunks();
    let bytes = (await chunks.next()).value?.length ?? 0;
    scene.world.clock.move(KEPT_MS);
    const dead = (await refusal(download(scene, id))) === "export-gone";
    await destroyExport(scene.world, id);
    const ended = await (async () => {
      for await (const chunk of chunks) bytes += chunk.length;
      return bytes === file.plainBytes;
    })().catch(() => true);
    return dead && ended && filesOf(scene).length === 0;
  });

/** After a day of downtime the start itself removes what expired, and the log says late, with both times. */
export const downtime = () =>
  onScene(async (scene) => {
    const id = await scene.made();
    const due = (await rowOf(scene, id))?.expiresAt ?? 0;
    await scene.engine.stop({ graceMs: 10_000 });
    scene.world.clock.move(2 * KEPT_MS);
    await sweepExports(scene.world);
    const [entry] = await deletionsOf(scene);
    const late = entry?.detail === `late: due ${new Date(due).toISOString()}` && entry.at > due;
    return late && filesOf(scene).length === 0 && (await refusal(download(scene, id))) === "export-gone";
  });

/** A right taken away while the file is made: never Klaar, and nothing kept. */
export const rightWithdrawn = () =>
  onScene(async (scene) => {
    const { exportId } = await (await scene.api()).export.request({
      clientId: CLIENT,
      requestKey: "evidence-1",
    });
    while (!underWay().has(exportId)) await new Promise((resolve) => setTimeout(resolve, 2));
    await takeTask(scene.world, scene.exporterId);
    await scene.engine.settled();
    const row = await rowOf(scene, exportId);
    return row?.status === "failed" && row.failure === "export-withdrawn" && filesOf(scene).length === 0;
  });

/** A database whose audit key is gone is not opened with a new one. */
export async function auditKeyMissing(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), "kroniek-keyless-"));
  try {
    loadKeys(dataDir);
    writeFileSync(join(dataDir, "kroniek.db"), "");
    rmSync(join(dataDir, "keys", "audit"));
    loadKeys(dataDir);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.includes('"audit"');
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
