import { randomUUID } from "node:crypto";
import { insertMany } from "@/db/insert";
import { clients } from "@/db/schema/clients";
import { reports } from "@/db/schema/dossier/reports";
import { openTemporaryWorld, type TemporaryWorld } from "@/scripts/temporary-world";
import { newId } from "@/server/core/ids";
import { apiAs, makeEmployee, openSession } from "@/tests/access/people";

export const SURVIVOR = { id: "merge-survivor", number: 30_001 } as const;
export const RETIRED = { id: "merge-retired", number: 30_002 } as const;
/** Of each client of the scene, so that what is whole can be told from what is half. */
export const KEPT = 300;
export const MOVED = 12_000;
export const PAIR = { clientId: String(SURVIVOR.number), otherId: String(RETIRED.number) };

/** A product with two clients to merge; an existing one when there is a folder already. */
export async function openMergeScene(
  options: { dataDir?: string; fill?: boolean } = {},
): Promise<TemporaryWorld> {
  const world = await openTemporaryWorld(options.dataDir === undefined ? {} : { dataDir: options.dataDir });
  if (options.fill === false) return world;
  const now = world.clock.now();
  await world.db.write(
    async (tx) => {
      for (const [{ id, number }, count] of [
        [SURVIVOR, KEPT],
        [RETIRED, MOVED],
      ] as const) {
        await tx.insert(clients).values({
          ...{
            id,
            number,
            lastName: "Verhoeven",
            nameUse: "own",
            gender: "female",
            createdAt: now,
            changedAt: now,
          },
        });
        const rows = Array.from({ length: count }, (_, at) => ({
          ...{ id: newId(now), clientId: id, moment: now - at * 1000, recordedAt: now, recordedBy: "Iemand" },
          ...{
            discipline: "carer",
            category: "daily",
            text: `Rapportage ${at}`,
            hidden: false,
            expertises: [],
          },
        }));
        await insertMany(tx, reports, rows);
      }
    },
    { alone: true },
  );
  return world;
}

/** The API as someone who may merge and export everywhere, signed in this moment. */
export async function mergerApi(world: TemporaryWorld) {
  const tasks = ["client.manage", "client.merge", "dossier.export"] as const;
  return apiAs(world, await openSession(world, await makeEmployee(world, [{ tasks, reach: "everywhere" }])));
}
export type MergerApi = Awaited<ReturnType<typeof mergerApi>>;

/** What the page would send to merge this pair now, whoever is named first. */
export async function askToMerge(api: MergerApi, pair: { clientId: string; otherId: string } = PAIR) {
  const choices = { fields: {}, rows: { dossier: "both" as const } };
  const preview = await api.merge.preview({ ...pair, choices });
  return { ...pair, choices, planDigest: preview.plan?.digest ?? "", requestKey: randomUUID() };
}

/** Makes two of them again, when they are one. */
export async function undoMerge(api: MergerApi): Promise<void> {
  const [newest] = await api.merge.list({ clientId: PAIR.clientId });
  if (!newest) return;
  const asked = { clientId: String(newest.survivor), mergeId: newest.id, items: {}, fields: {} };
  await api.merge.undo({ ...asked, requestKey: randomUUID() });
}
