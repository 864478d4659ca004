import type { World } from "@/server/core/world";
import { buildExport } from "@/server/export/builder";
import type { Manifest } from "@/server/export/manifest";
import { exportPath } from "@/server/export/paths";
import { openSealed } from "@/server/files/seal";
import { unwrapKey } from "@/server/files/wrap";
import { exportRow } from "./export-row";
import { type ReadEntry, readZip } from "./zip-reader";

/** An export made by the real worker, unsealed and taken apart. */
export interface BuiltExport {
  rows: number;
  entries: ReadEntry[];
  named(name: string): ReadEntry;
  manifest: Manifest;
}

/** Makes an export of a client, without the door and the engine, and reads it back. */
export async function built(
  world: World,
  client: { id: string; number: number },
  scope: "complete" | "current" = "complete",
): Promise<BuiltExport> {
  const id = `export-${client.number}-${scope}`;
  const row = exportRow({ id, clientId: client.id, scope, requestedAt: world.clock.now() });
  const made = await buildExport(world, row, String(client.number));
  const key = unwrapKey(world.keys, id, made.wrappedKey);
  const sealed = await openSealed(exportPath(world.env.dataDir, id), key);
  const pieces: Buffer[] = [];
  for await (const chunk of sealed.chunks()) pieces.push(chunk);
  const entries = readZip(Buffer.concat(pieces));
  const named = (name: string): ReadEntry => {
    const entry = entries.find((each) => each.name === name);
    if (!entry) throw new Error(`no ${name}`);
    return entry;
  };
  return { rows: made.rows, entries, named, manifest: JSON.parse(named("manifest.json").content.toString()) };
}
