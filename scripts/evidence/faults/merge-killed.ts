import { askToMerge, mergerApi, openMergeScene } from "./merge-scene";

/*
 * A process that merges the two clients of the scene in DATA_DIR; it says `merging` when it begins, and is killed from
 * outside.
 */
const [dataDir = ""] = process.argv.slice(2);
const world = await openMergeScene({ dataDir, fill: false });
const api = await mergerApi(world);
const asked = await askToMerge(api);
process.stdout.write("merging\n");
await api.merge.carryOut(asked);
process.stdout.write("merged\n");
await world.close();
