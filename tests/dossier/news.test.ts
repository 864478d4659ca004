import { beforeEach, expect, test } from "vitest";
import type { TestWorld } from "../world";
import { type Api, addOne, CLIENT, writer, writingWorld } from "./writing";

const clientId = CLIENT;
const part = "reports";
let world: TestWorld;
let author: Api;
let reader: Api;

beforeEach(async () => {
  ({ world, api: author } = await writingWorld());
  reader = (await writer(world, { name: "Lezer" })).api;
});

const list = (api: Api) => api.dossier.entries({ clientId, part });
/** What is new as every place says it: list, entries, menu, overview. */
async function news(api: Api) {
  const { news: counted, entries } = await list(api);
  const menu = (await api.dossier.counts({ clientId })).find(({ slug }) => slug === part)?.news;
  const block = (await api.dossier.overview({ clientId })).find(({ slug }) => slug === part);
  const marked = entries.filter(({ isNew }) => isNew).map(({ id }) => id);
  expect([menu, block?.news, marked.length]).toEqual([counted, counted, counted]);
  expect(block?.lines.filter(({ isNew }) => isNew)).toHaveLength(Math.min(counted, 4));
  return marked;
}

async function look(api: Api) {
  const { asOf } = await list(api);
  await api.entries.seen({ clientId, part, asOf });
}

test("on a first visit nothing is new; after it, what others record or correct is, until it is seen", async () => {
  const { id } = await addOne(author, part);
  expect(await news(reader)).toEqual([]);
  await look(reader);
  world.clock.advance(1000);
  const added = await addOne(author, part);
  expect(await news(reader)).toEqual([added.id]);
  await author.entries.correct({ clientId, part, entryId: id, version: 1, values: { text: "Anders" } });
  expect((await news(reader)).sort()).toEqual([id, added.id].sort());
  await look(reader);
  expect(await news(reader)).toEqual([]);
});

test("what one wrote oneself is no news, and what another made of it is", async () => {
  await look(reader);
  world.clock.advance(1000);
  const { id } = await addOne(reader, part);
  expect(await news(reader)).toEqual([]);
  await author.entries.correct({ clientId, part, entryId: id, version: 1, values: { text: "Anders" } });
  expect(await news(reader)).toEqual([id]);
});

test("what is hidden from a reader is no news to them", async () => {
  await look(reader);
  world.clock.advance(1000);
  await addOne(author, part, { hidden: true });
  await addOne(author, part, { expertises: ["psychologist"] });
  expect(await news(reader)).toEqual([]);
});

test("what came while the list was on the screen stays new, and seen never moves back or ahead", async () => {
  const { asOf } = await list(reader);
  world.clock.advance(1000);
  const { id } = await addOne(author, part);
  world.clock.advance(1000);
  await reader.entries.seen({ clientId, part, asOf });
  expect(await news(reader)).toEqual([id]);
  await look(reader);
  await reader.entries.seen({ clientId, part, asOf: 0 });
  expect(await news(reader)).toEqual([]);
  await reader.entries.seen({ clientId, part, asOf: asOf + 10 ** 12 });
  world.clock.advance(1000);
  const later = await addOne(author, part);
  expect(await news(reader)).toEqual([later.id]);
});

test("one reader's visit is not another's, and one part's not another's", async () => {
  await look(reader);
  const other = (await writer(world)).api;
  await other.entries.seen({ clientId, part: "problems", asOf: world.clock.now() });
  world.clock.advance(1000);
  const { id } = await addOne(author, part);
  expect(await news(reader)).toEqual([id]);
  expect(await news(other)).toEqual([]);
});
