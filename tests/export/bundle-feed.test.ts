import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import type { InferSelectModel } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { clients } from "@/db/schema/clients";
import { parts } from "@/server/dossier/registry";
import { BundleFeed } from "@/server/export/bundle-feed";
import type { Originals } from "@/server/export/imported";
import type { ByteSink } from "@/server/export/zip";

const NONE: Originals = new Map();
const [part] = parts;
if (!part) throw new Error("no parts");

const feeds: BundleFeed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.stop();
});

function feedInto(spool: ByteSink): BundleFeed {
  const feed = new BundleFeed({ scope: "complete", snapshotAt: 0 }, spool);
  feeds.push(feed);
  return feed;
}

/** A spool that keeps what comes. */
function memory(): ByteSink & { pieces: Uint8Array[] } {
  const pieces: Uint8Array[] = [];
  return {
    pieces,
    write: (bytes) => {
      pieces.push(bytes);
      return undefined;
    },
  };
}

const resource = (id: string, note = "") => ({
  json: JSON.stringify({ resourceType: "Basic", id, note }),
  full_url: `urn:uuid:${id}`,
});

const subject = {
  client: { id: "c", number: 1, gender: "female", lastName: "Jansen" } as InferSelectModel<typeof clients>,
  bsn: null,
  person: undefined,
  contacts: [],
  directives: [],
  originals: NONE,
};

test("what is fed comes out in order, compressed, with the sums of what it was", async () => {
  const spool = memory();
  const feed = feedInto(spool);
  await feed.begin(subject);
  for (const id of ["a", "b", "c"]) await feed.kept([resource(id)]);
  await feed.end();
  const sums = await feed.sums();
  const text = inflateRawSync(Buffer.concat(spool.pieces));
  expect([text.length, createHash("sha256").update(text).digest("hex")]).toEqual([sums.bytes, sums.sha256]);
  const bundle = JSON.parse(text.toString()) as { entry: { resource: { id: string } }[] };
  expect(bundle.entry.map((entry) => entry.resource.id)).toEqual(["c", "a", "b", "c"]);
});

test("a step the thread fails at is the failure of whoever feeds it, at the latest when asked for the sums", async () => {
  const feed = feedInto(memory());
  await feed.begin(subject);
  await feed.entries(part, ["no row"], NONE);
  await expect(feed.end().then(() => feed.sums())).rejects.toThrow();
});

test("a thread that is killed is not waited for", async () => {
  const feed = feedInto(memory());
  await feed.begin(subject);
  await feed.stop();
  await expect(feed.sums()).rejects.toThrow("ended without a word");
  await expect(feed.kept([])).rejects.toThrow("ended without a word");
});

test("a spool that fails, fails the feed with its own error", async () => {
  const feed = feedInto({ write: () => Promise.reject(new Error("no room")) });
  await feed.begin(subject);
  await feed.end();
  await expect(feed.sums()).rejects.toThrow("no room");
});

test("whoever feeds waits while the spool does: what is under way stays bounded", async () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let reached: () => void = () => undefined;
  const spoolReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const feed = feedInto({
    write: () => {
      reached();
      return opened;
    },
  });
  await feed.begin(subject);
  let fed = 0;
  const feeding = (async () => {
    for (; fed < 40; fed++) await feed.kept([resource(`n${fed}`, "x".repeat(500_000))]);
    await feed.end();
    return feed.sums();
  })();
  await spoolReached;
  expect(fed).toBeLessThan(10);
  open();
  expect((await feeding).bytes).toBeGreaterThan(40 * 500_000);
});
