import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineRuns, engineSteps } from "@/db/schema/engine";
import { mails } from "@/db/schema/mails";
import { search } from "@/scripts/evidence/privacy";
import { CANARIES, canariesIn } from "@/scripts/evidence/privacy/canaries";
import type { Product } from "@/scripts/evidence/privacy/product";
import { SINKS } from "@/scripts/evidence/privacy/sinks";
import { perform } from "@/server/access/perform";
import { deliverMail } from "@/server/mail/deliver";
import { MAIL_QUEUED } from "@/server/mail/events";
import { sealFor } from "@/server/mail/sealed";
import { mailsOf, queued } from "../mail/queued";

const { name } = CANARIES;
const caller = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const act = { tasks: [], audit: "server.started", kind: "mutation" } as const;

async function leakMail({ world }: Product): Promise<void> {
  await queued(world);
  const [mail] = await mailsOf(world);
  const body = JSON.stringify({ subject: "Bericht", text: `Beste mevrouw ${name}` });
  const bodySealed = sealFor(world.keys, mail?.id ?? "", "body", body);
  await world.db.write((tx) => tx.update(mails).set({ bodySealed }));
  await deliverMail(world);
}

async function leakEvent({ world, engine }: Product): Promise<void> {
  await world.db.write((tx) => world.accept(tx, [{ name: MAIL_QUEUED, data: { whose: name } }]));
  await engine.settled();
}

async function leakStep({ world }: Product): Promise<void> {
  const [run] = await world.db.read.select().from(engineRuns);
  const step = { runId: run?.id ?? "", stepId: "leak", name: "leak", op: "step", attempt: 0, endedAt: 0 };
  await world.db.write((tx) =>
    tx.insert(engineSteps).values({ ...step, memo: JSON.stringify({ data: name }) }),
  );
}

/** A leak into each place: what a proof that looks nowhere would not see. */
const LEAKS: Readonly<Record<string, (product: Product) => Promise<void>>> = {
  "server log": async ({ world }) => world.log("saved", { client: name }),
  addresses: async ({ send }) => {
    await send(async () => new Response("{}"), `/clients?search=${encodeURIComponent(name)}`, "{}");
  },
  mails: leakMail,
  "events and runs": leakEvent,
  steps: leakStep,
  "error bodies": async ({ send }) => {
    await send(async () => new Response(`UNIQUE failed: ${name}`, { status: 500 }), "/api/trpc/x", "{}");
  },
  "audit rows": ({ world }) => perform(world, caller, act, { kind: "none" }, async (ctx) => ctx.detail(name)),
  files: async ({ world }) =>
    writeFileSync(join(world.env.dataDir, "left-behind.tmp"), Buffer.from(`x ${name}`).toString("base64")),
};

describe("the search for canaries", () => {
  it("finds one in every place it looks, and says when none was planted", async () => {
    expect(Object.keys(LEAKS)).toEqual(SINKS.map((sink) => sink.name));
    const walks = Object.entries(LEAKS).map(([leak, go]) => ({ name: leak, go }));
    const { hits, unplanted } = await search(walks);
    const places = hits.map((hit) => hit.slice(0, hit.indexOf(":")));
    expect([...new Set(places)]).toEqual(Object.keys(LEAKS));
    expect(unplanted).toEqual(Object.keys(CANARIES));
  });

  it("knows one in any case, in base64 wherever it begins, and leaves others alone", () => {
    const coded = ["", "a", "ab"].map((before) => Buffer.from(`${before}${name} zei`).toString("base64"));
    for (const text of [name.toUpperCase(), `x${name}x`, ...coded])
      expect(canariesIn(text)).toEqual(["name"]);
    expect(canariesIn("+31 687349215")).toEqual(["phone"]);
    expect(canariesIn("Goudkanarie 999990019")).toEqual([]);
  });
});
