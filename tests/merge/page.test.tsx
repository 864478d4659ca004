import { eq } from "drizzle-orm";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LostNotice } from "@/app/(staff)/(merging)/clients/[clientId]/merge/[otherId]/lost-notice";
import {
  allOf,
  asideIn,
  type Choices,
  chosenIn,
  lostWith,
  movesIn,
  type PairView,
  progressOf,
} from "@/app/(staff)/(merging)/clients/[clientId]/merge/[otherId]/pair";
import { RowsRow } from "@/app/(staff)/(merging)/clients/[clientId]/merge/[otherId]/rows-row";
import { employees } from "@/db/schema/access";
import messages from "@/messages/nl.json";
import { scanAll } from "@/server/duplicates/scan";
import { storeScan } from "@/server/duplicates/store";
import { apiAs, openSession } from "../access/people";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

const PAIR = { clientId: "10002", otherId: "10003" };
const NOTHING: Choices = { fields: {}, rows: {} };

let world: TestWorld;
let office: Awaited<ReturnType<typeof apiAs>>;
let view: PairView;
beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.db.read
    .select()
    .from(employees)
    .where(eq(employees.email, "administratie@kroniek.example"));
  office = await apiAs(world, await openSession(world, row?.id ?? ""));
  view = await office.merge.preview({ ...PAIR, choices: NOTHING });
}, 60_000);
afterAll(() => world.close());

const textOf = (node: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Amsterdam" messages={messages}>
      {node}
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, " ");

const lineOf = (subject: PairView["rows"][number]["subject"]) => {
  const line = view.rows.find((each) => each.subject === subject);
  if (!line) throw new Error(`No ${subject}.`);
  return line;
};

test("everything of one takes what that one has, and leaves the other what only the other has", () => {
  const { fields, rows } = allOf(view, "right");
  expect(fields).toMatchObject({ name: "right", mobile: "right" });
  // Only 10002 has these: choosing everything of 10003 does not throw them away.
  expect(fields).not.toHaveProperty("phone");
  expect(fields).not.toHaveProperty("insurance");
  expect(fields).not.toHaveProperty("birthDate");
  expect(rows).toMatchObject({ addresses: "right", dossier: "right" });
  expect(rows).not.toHaveProperty("services");
  const chosen = chosenIn(view, { fields, rows });
  expect(chosen.fields.find(({ subject }) => subject === "phone")?.choice).toBe("left");
});

test("what is not kept is named with whose it was, and what both have is no loss", () => {
  const chosen = chosenIn(view, {
    fields: { name: "right" },
    rows: { addresses: "both", dossier: "left", profile: "right" },
  });
  const lost = lostWith(chosen);
  expect(lost.fields.map(({ label, number }) => [label, number])).toContainEqual(["Naam", 10002]);
  expect(lost.fields.map(({ label }) => label)).not.toContain("Geboortedatum");
  expect(lost.rows.map(({ label, number, inOns }) => [label, number, inOns])).toEqual([
    ["Locaties", 10003, false],
    ["Profiel", 10002, true],
    ["Dossier", 10003, true],
  ]);
  const told = textOf(<LostNotice view={chosen} />);
  expect(told).toContain("Dossier van 10003: Rapportages: 23");
  expect(told).toContain("Maak je het samenvoegen ongedaan, dan komt het terug.");
  expect(told).not.toContain("Adressen van");
});

test("an open choice is said at its place, in the count, and with what it may cost", () => {
  const plans = lineOf("care-plans");
  const open = { ...plans, choice: null, right: plans.left };
  const asked = { ...view, rows: view.rows.map((each) => (each.subject === "care-plans" ? open : each)) };
  const { count, made, open: left } = progressOf(asked);
  expect([count - made, left.map(({ subject }) => subject)]).toEqual([1, ["care-plans"]]);
  const row = (line: typeof plans) =>
    textOf(<RowsRow line={line} numbers={{ left: 10002, right: 10003 }} onChoose={() => undefined} />);
  expect(row(open)).toContain("Kies nog");
  expect(row(plans)).not.toContain("Kies nog");
  expect(textOf(<LostNotice view={asked} />)).toContain(
    "Kies je alleen 10002, dan vervalt van 10003: Zorgplannen: 1",
  );
});

test("the confirmation counts what the plan does: rows that move, and rows that are not kept", async () => {
  const keep = await office.merge.preview({ ...PAIR, choices: { fields: {}, rows: { dossier: "both" } } });
  const drop = await office.merge.preview({ ...PAIR, choices: { fields: {}, rows: { dossier: "left" } } });
  const tables = (of: PairView) => of.plan?.tables ?? [];
  const reports = lineOf("dossier").right.count;
  // The log stays whatever is chosen, and is no loss.
  expect(asideIn(tables(drop)) - asideIn(tables(keep))).toBeGreaterThanOrEqual(reports);
  expect(movesIn(tables(keep)) - movesIn(tables(drop))).toBeGreaterThanOrEqual(reports);
  // Of documents only proof of consent goes along whatever is chosen: the others count as not kept.
  const documents = await office.merge.preview({
    ...{ clientId: "10001", otherId: "10002" },
    choices: { fields: {}, rows: { "care-plans": "left", dossier: "left" } },
  });
  const line = tables(documents).find(({ label }) => label === "Documenten");
  expect(line).toMatchObject({ chosen: true });
  expect(line?.dropped).toBe((line?.right ?? 0) - (line?.moves ?? 0));
  expect(line?.dropped).toBeGreaterThan(0);
});

test("a pair in the queue can be noted as two people from here, once", async () => {
  await storeScan(world, await scanAll(world.db.read, "2026-11-22"));
  const { likeness } = await office.merge.preview({ ...PAIR, choices: NOTHING });
  expect(likeness.certainty).toBe("nearly-certain");
  await office.duplicates.dismiss({ left: 10002, right: 10003, stamp: likeness.stamp ?? "" });
  const after = await office.merge.preview({ ...PAIR, choices: NOTHING });
  expect(after.likeness.stamp).toBeNull();
  const strangers = await office.merge.preview({ clientId: "10001", otherId: "10007", choices: NOTHING });
  expect(strangers.likeness).toMatchObject({ certainty: "unlikely", stamp: null });
});

test("of each party whose decision holds is said: a refusal of either goes before a yes", () => {
  const about = view.consents.find(
    ({ left, right }) => left === "Ja vastgelegd" && right === "toestemming ingetrokken",
  );
  expect(about?.speaks).toBe("right");
});
