import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importedResources } from "@/db/schema/interchange";
import { survivorsOf } from "@/server/access/merged";
import type { Turn } from "@/server/core/turns";
import { targetOf } from "@/server/dossier/fhir";
import type { Known } from "@/server/interchange/ownership";
import { ROW_COLUMNS, type StoredRow } from "./members";
import { chunks, rowsNamed } from "./rows";
import type { Run } from "./run";

const withoutVersion = (reference: string) => reference.replace(/\/_history\/[^/]+$/, "");

/** References of the run that lead out of it, by what they could be found by in earlier imports. */
async function outward(
  run: Run,
  turn: Turn,
): Promise<{ names: { type: string; id: string }[]; urls: Set<string> }> {
  const names: { type: string; id: string }[] = [];
  const urls = new Set<string>();
  for (const item of run.space.all()) {
    await turn();
    for (const { reference } of [...item.links, ...item.subjects]) {
      if (!("missing" in run.space.resolve(reference, item.file))) continue;
      const target = targetOf(withoutVersion(reference));
      if (target === undefined) urls.add(withoutVersion(reference));
      else names.push(target);
    }
  }
  return { names, urls };
}

function file(map: Map<string, StoredRow[]>, name: string, row: StoredRow): void {
  const rows = map.get(name);
  if (rows) rows.push(row);
  else map.set(name, [row]);
}

/**
 * What earlier imports left, for references that lead out of the run. A person is found only when the reference can
 * mean one client: two systems may both have a `Patient/1`, and a resource is never given to a guess.
 */
export async function loadKnown(db: Reader, run: Run, turn: Turn): Promise<Known> {
  const { names, urls } = await outward(run, turn);
  const byName = new Map<string, StoredRow[]>();
  const byUrl = new Map<string, StoredRow[]>();
  for (const row of await rowsNamed(db, names, { turn }))
    file(byName, `${row.resourceType}/${row.resourceId}`, row);
  for (const some of chunks([...urls])) {
    const rows = await db
      .select(ROW_COLUMNS)
      .from(importedResources)
      .where(inArray(importedResources.fullUrl, some));
    await turn();
    for (const row of rows) if (row.fullUrl !== null) file(byUrl, row.fullUrl, row);
  }
  const found = [...byName.values(), ...byUrl.values()].flat();
  const nowOf = await survivorsOf(
    db,
    found.flatMap(({ clientId }) => clientId ?? []),
  );
  return (reference) => {
    const plain = withoutVersion(reference);
    const target = targetOf(plain);
    const named = target && byName.get(`${target.type}/${target.id}`);
    const base = /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[^/]+$/.exec(plain)?.[1];
    const rows =
      named?.filter(({ source }) => base === undefined || source === base) ?? byUrl.get(plain) ?? [];
    const clients = [...new Set(rows.flatMap(({ clientId }) => (clientId === null ? [] : nowOf(clientId))))];
    const isPerson = rows.some(({ resourceType }) => resourceType === "Patient");
    if (rows.length === 0 || (isPerson && clients.length !== 1)) return undefined;
    return { clients: clients.length === 1 ? clients : [] };
  };
}
