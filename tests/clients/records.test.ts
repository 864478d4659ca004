import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { clientNotes, clientVersions } from "@/db/schema/client-records";
import { clientAddresses, clientLocations } from "@/db/schema/clients";
import { kinds } from "@/server/clients/records/registry";
import { apiWith, newestEntry } from "../access/people";
import type { TestWorld } from "../world";
import { type Api, cardsOf, makeOffice, OFFICE, recordsOf, refusalOf, requestKey } from "./office";

const clientId = "20001";
let world: TestWorld;
let office: Api;
beforeEach(async () => {
  ({ world, office } = await makeOffice());
});

const add = (kind: string, values: Record<string, string>, api = office) =>
  (kind === "directives" ? api.directives : api.records).add({
    clientId,
    kind,
    values,
    requestKey: requestKey(),
  });

async function change(kind: string, recordId: string, values: Record<string, string>, api = office) {
  const record = (await recordsOf(api, clientId, kind)).find(({ id }) => id === recordId);
  return (kind === "directives" ? api.directives : api.records).change({
    ...{ clientId, kind, recordId, requestKey: requestKey() },
    values: { ...record?.filled, ...values },
    stamp: record?.stamp ?? "gone",
  });
}

async function withdraw(kind: string, recordId: string, reason = "Vergissing") {
  const record = (await recordsOf(office, clientId, kind)).find(({ id }) => id === recordId);
  return office.records.withdraw({
    ...{ clientId, kind, recordId, reason, requestKey: requestKey(), stamp: record?.stamp ?? "gone" },
  });
}

/** A right form of each kind, a change of it, and the value of its end. */
const FORMS: Record<
  string,
  { values: Record<string, string>; change: Record<string, string>; end: [string, string] }
> = {
  addresses: {
    values: { kind: "post", street: "Postbus", houseNumber: "1", city: "Zutphen", fromDate: "2026-01-01" },
    change: { houseNumber: "2" },
    end: ["untilDate", "2026-11-01"],
  },
  stays: {
    values: { locationId: "below", fromDate: "2026-02-01" },
    change: { room: "4" },
    end: ["untilDate", "2026-11-01"],
  },
  contacts: {
    values: { name: "Marieke", relation: "dochter", representation: "mentor" },
    change: { representation: "curator" },
    end: ["untilDate", "2026-11-01"],
  },
  family: {
    values: { name: "Joost", relation: "zoon" },
    change: { note: "Woont ver weg" },
    end: ["untilDate", "2026-11-01"],
  },
  directives: {
    values: { kind: "treatment", subject: "Reanimeren", decision: "Nee" },
    change: { decision: "Ja" },
    end: ["endedOn", "2026-11-01"],
  },
  profile: {
    values: { aspect: "religion", text: "Katholiek" },
    change: { text: "Protestant" },
    end: ["untilDate", "2026-11-01"],
  },
  notes: {
    values: { subject: "Post", text: "Naar de dochter" },
    change: { text: "Naar de zoon" },
    end: ["untilDate", "2026-11-01"],
  },
  "care-rules": {
    values: { law: "Wlz", product: "VV05", fromDate: "2026-01-01" },
    change: { product: "VV07" },
    end: ["untilDate", "2026-11-01"],
  },
  services: {
    values: { service: "Waslabel", fromDate: "2026-01-01" },
    change: { provider: "De Wasserij" },
    end: ["untilDate", "2026-11-01"],
  },
  passes: {
    values: { number: "P-100", fromDate: "2026-01-01" },
    change: { number: "P-101" },
    end: ["untilDate", "2026-11-01"],
  },
  appointments: {
    values: { subject: "Tandarts", startsAt: "2026-12-01T14:30", endsAt: "2026-12-01T15:00" },
    change: { place: "Zutphen" },
    end: ["cancelledOn", "2026-11-20"],
  },
};

describe("each kind of record", () => {
  it("has a form in this test", () => {
    expect(Object.keys(FORMS).sort()).toEqual(kinds.map(({ slug }) => slug).sort());
  });

  it.each(Object.keys(FORMS))(
    "%s: add, correct, end and withdraw, each readable in the history",
    async (kind) => {
      const form = FORMS[kind];
      if (!form) throw new Error(kind);
      const api = await apiWith(world, {
        tasks: ["client.manage", "dossier.view", "dossier.edit"],
        reach: "everywhere",
      });
      const { recordId } = await add(kind, form.values, api);
      await change(kind, recordId, form.change, api);
      await change(kind, recordId, { [form.end[0]]: form.end[1] }, api);
      const record = (await recordsOf(api, clientId, kind)).find(({ id }) => id === recordId);
      expect(record).toMatchObject({ standing: "over", filled: { ...form.values, ...form.change } });
      const door = kind === "directives" ? api.directives : api.records;
      await door.withdraw({
        ...{ clientId, kind, recordId, reason: "Bij de verkeerde", requestKey: requestKey() },
        stamp: record?.stamp ?? "",
      });
      expect((await recordsOf(api, clientId, kind)).some(({ id }) => id === recordId)).toBe(false);
      const { changes } = await api.records.history({ clientId, kind });
      expect(changes.map(({ action }) => action)).toEqual(["withdrawn", "ended", "changed", "added"]);
      expect(changes[0]?.reason).toBe("Bij de verkeerde");
      expect(changes[2]?.fields).toHaveLength(1);
      expect(changes[1]?.fields).toHaveLength(1);
    },
  );

  it.each(Object.keys(FORMS).filter((kind) => kind !== "directives"))(
    "%s: is written by nobody who only reads, and by nobody from elsewhere",
    async (kind) => {
      const values = FORMS[kind]?.values ?? {};
      const reader = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "own" });
      expect(await refusalOf(add(kind, values, reader))).toBe("task-missing");
      const beside = await apiWith(world, { tasks: ["client.manage"], reach: "beside" });
      expect(await refusalOf(add(kind, values, beside))).toBe("not-found");
    },
  );

  it.each(Object.keys(FORMS))(
    "%s: a text of 1 MB and an empty form are refused at the field",
    async (kind) => {
      const api = await apiWith(world, { tasks: ["client.manage", "dossier.edit"], reach: "everywhere" });
      expect(await refusalOf(add(kind, {}, api))).toMatch(/^form-invalid .*required/);
      const key =
        kinds.find(({ slug }) => slug === kind)?.fields.find((f) => f.kind === "text" || f.kind === "prose")
          ?.key ?? "";
      const long = { ...FORMS[kind]?.values, [key]: "x".repeat(1_000_000) };
      expect(await refusalOf(add(kind, long, api))).toBe(`form-invalid ${key}:too-long`);
    },
  );
});

it("a double click adds one record", async () => {
  const form = { clientId, kind: "notes", values: FORMS.notes?.values ?? {}, requestKey: requestKey() };
  const [a, b] = await Promise.all([office.records.add(form), office.records.add(form)]);
  expect(a).toEqual(b);
  expect(await world.db.read.$count(clientNotes)).toBe(1);
});

it("the second of two who change one record is refused; the page then shows what the first wrote", async () => {
  const { recordId } = await add("notes", FORMS.notes?.values ?? {});
  const colleague = await apiWith(world, OFFICE);
  const [seen] = await recordsOf(office, clientId, "notes");
  await change("notes", recordId, { text: "Naar de notaris" }, colleague);
  const late = office.records.change({
    ...{ clientId, kind: "notes", recordId, stamp: seen?.stamp ?? "", requestKey: requestKey() },
    values: { subject: "Post", text: "Naar de zoon" },
  });
  expect(await refusalOf(late)).toBe("record-changed");
  expect((await recordsOf(office, clientId, "notes"))[0]?.notes).toEqual(["Naar de notaris"]);
});

it("an id of another client, a kind of another door, and what is gone are all simply not there", async () => {
  const { recordId } = await add("notes", FORMS.notes?.values ?? {});
  const other = { clientId: "20002", kind: "notes", recordId, stamp: "x", requestKey: requestKey() };
  expect(await refusalOf(office.records.change({ ...other, values: FORMS.notes?.values ?? {} }))).toBe(
    "record-gone",
  );
  expect(await refusalOf(office.records.withdraw({ ...other, reason: "x" }))).toBe("record-gone");
  expect(await refusalOf(office.records.add({ ...other, kind: "directives", values: {} }))).toBe(
    "record-gone",
  );
  const carer = await apiWith(world, { tasks: ["dossier.edit"], reach: "own" });
  const wrong = carer.directives.add({
    clientId,
    kind: "notes",
    values: FORMS.notes?.values ?? {},
    requestKey: "12345678",
  });
  expect(await refusalOf(wrong)).toBe("record-gone");
});

it("readers see what they saw: care staff all but a form, a location manager no more than contacts and places", async () => {
  for (const kind of ["contacts", "notes", "profile", "passes"]) await add(kind, FORMS[kind]?.values ?? {});
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const cards = await cardsOf(carer, clientId);
  expect(cards.get("notes")).toMatchObject({
    fields: [],
    end: null,
    records: [{ title: "Post", filled: {} }],
  });
  expect([...cards.values()].every(({ fields }) => fields.length === 0)).toBe(true);
  const manager = await apiWith(world, { tasks: ["caren.view"], reach: "own" });
  const { cards: shown } = await manager.clients.personalia({ clientId });
  expect(shown.map(({ kind }) => kind)).toEqual(["addresses", "stays", "contacts"]);
  expect(await refusalOf(manager.records.cards({ clientId, page: "profile" }))).toBe("task-missing");
});

it("the history shows care staff the directives only, and the office all but those", async () => {
  const doctor = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "own" });
  await add("directives", FORMS.directives?.values ?? {}, doctor);
  await add("notes", FORMS.notes?.values ?? {});
  const told = async (api: Api) =>
    (await api.records.history({ clientId })).changes.map(({ about }) => about);
  expect(await told(doctor)).toEqual(["Behandelaanwijzingen en wilsverklaringen"]);
  expect(await told(office)).toEqual(["Notities"]);
});

it("a pass is linked to one client at a time", async () => {
  await add("passes", { number: "P-1", fromDate: "2026-01-01", untilDate: "2026-06-01" });
  const link = (values: Record<string, string>) =>
    office.records.add({ clientId: "20002", kind: "passes", values, requestKey: requestKey() });
  expect(await refusalOf(link({ number: "P-1", fromDate: "2026-05-31" }))).toBe(
    "form-invalid number:pass-taken",
  );
  await link({ number: "P-1", fromDate: "2026-06-01" });
});

it("the same key with other content is refused: what was typed on is not told to be stored", async () => {
  const form = { clientId, kind: "notes", values: FORMS.notes?.values ?? {}, requestKey: requestKey() };
  const { recordId } = await office.records.add(form);
  const typedOn = { ...form, values: { ...form.values, text: "Naar de notaris" } };
  expect(await refusalOf(office.records.add(typedOn))).toBe("request-reused");
  const stamp = (await recordsOf(office, clientId, "notes"))[0]?.stamp ?? "";
  const one = { clientId, kind: "notes", recordId, stamp, requestKey: requestKey() };
  await office.records.change({ ...one, values: { ...form.values, text: "Naar de zoon" } });
  expect(await refusalOf(office.records.change({ ...one, values: typedOn.values }))).toBe("request-reused");
  expect((await recordsOf(office, clientId, "notes"))[0]?.notes).toEqual(["Naar de zoon"]);
});

describe("stays", () => {
  it("a stay at a place out of reach is not changed, withdrawn or moved from, also of a client in reach", async () => {
    const values = { locationId: "beside", fromDate: "2026-02-01" };
    const { recordId } = await add("stays", values);
    const local = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
    const seen = (await recordsOf(local, clientId, "stays")).find(({ id }) => id === recordId);
    const one = () => ({ clientId, recordId, stamp: seen?.stamp ?? "", requestKey: requestKey() });
    const stays = { kind: "stays" };
    expect([
      await refusalOf(local.records.change({ ...one(), ...stays, values: { ...values, room: "9" } })),
      await refusalOf(local.records.change({ ...one(), ...stays, values: { ...values, locationId: "own" } })),
      await refusalOf(local.records.withdraw({ ...one(), ...stays, reason: "Vergissing" })),
      await refusalOf(local.records.move({ ...one(), values: { ...values, locationId: "below" } })),
    ]).toEqual(["stay-elsewhere", "form-invalid fromDate:stay-overlaps", "stay-elsewhere", "stay-elsewhere"]);
    const [row] = await world.db.read.select().from(clientLocations).where(eq(clientLocations.id, recordId));
    expect(row).toMatchObject({ ...values, room: null, untilDate: null });
  });

  async function stay() {
    const [current] = (await recordsOf(office, clientId, "stays")).filter(
      ({ standing }) => standing === "now",
    );
    if (!current) throw new Error("no stay");
    return current;
  }
  async function move(values: Record<string, string>, api = office) {
    const { id: recordId, stamp } = await stay();
    return api.records.move({ clientId, recordId, stamp, values, requestKey: requestKey() });
  }

  it("a move changes who reaches the client, at the next click", async () => {
    const [here, there] = [
      await apiWith(world, { tasks: ["dossier.view"], reach: "own" }),
      await apiWith(world, { tasks: ["dossier.view"], reach: "beside" }),
    ];
    expect(await refusalOf(there.clients.header({ clientId }))).toBe("not-found");
    await move({ locationId: "beside", room: "12", fromDate: "2026-11-21" });
    expect(await newestEntry(world)).toMatchObject({ event: "client.moved", outcome: "done" });
    expect(await refusalOf(here.clients.header({ clientId }))).toBe("not-found");
    expect((await there.clients.header({ clientId })).places).toMatchObject([{ code: "BESIDE", room: "12" }]);
    const { changes } = await office.records.history({ clientId, kind: "stays" });
    expect(changes.map(({ action }) => action).sort()).toEqual(["added", "moved"]);
  });

  it("refuses a move to where the mover has no reach, before the stay began, or on a day that is none", async () => {
    const local = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
    expect(await refusalOf(move({ locationId: "beside", fromDate: "2026-11-21" }, local))).toBe(
      "form-invalid locationId:place-not-yours",
    );
    expect(await refusalOf(move({ locationId: "beside", fromDate: "2023-01-01" }))).toBe(
      "form-invalid fromDate:before-start",
    );
    expect(await refusalOf(move({ locationId: "beside", fromDate: "2026-02-31" }))).toBe(
      "form-invalid fromDate:not-a-date",
    );
    expect(await world.db.read.$count(clientVersions)).toBe(0);
    expect((await stay()).until).toBeNull();
  });

  it("leaves nobody in care without a place, by ending or by withdrawing", async () => {
    const { id } = await stay();
    expect(await refusalOf(change("stays", id, { untilDate: "2026-11-21" }))).toBe("stay-last");
    expect(await refusalOf(change("stays", id, { untilDate: "2027-03-01" }))).toBe("stay-last");
    expect(await refusalOf(withdraw("stays", id))).toBe("stay-last");
    await add("stays", { locationId: "below", fromDate: "2026-11-01" });
    await change("stays", id, { untilDate: "2026-11-21" });
    expect(await world.db.read.$count(clientLocations, eq(clientLocations.clientId, "client-own"))).toBe(2);
  });

  it("refuses the same location twice in one period, and an end before the start", async () => {
    expect(await refusalOf(add("stays", { locationId: "own", fromDate: "2026-11-21" }))).toBe(
      "form-invalid fromDate:stay-overlaps",
    );
    const { id } = await stay();
    expect(await refusalOf(change("stays", id, { untilDate: "2023-12-31" }))).toBe(
      "form-invalid untilDate:before-start",
    );
  });
});

describe("appointments", () => {
  const appointment = (startsAt: string, endsAt = "") =>
    add("appointments", { subject: "Kapper", startsAt, endsAt });

  it("are told on the Amsterdam clock, also on the days it changes", async () => {
    await appointment("2027-03-28T01:59", "2027-03-28T03:00");
    const [record] = await recordsOf(office, clientId, "appointments");
    expect(record).toMatchObject({
      from: Date.UTC(2027, 2, 28, 0, 59),
      until: Date.UTC(2027, 2, 28, 1, 0),
      filled: { startsAt: "2027-03-28T01:59", endsAt: "2027-03-28T03:00" },
    });
  });

  it.each([
    ["the hour that the clock skips", "2027-03-28T02:30", "", "startsAt:clock-skips"],
    ["an end before the start", "2026-12-01T14:00", "2026-12-01T13:59", "endsAt:before-start"],
    ["an end at the start", "2026-12-01T14:00", "2026-12-01T14:00", "endsAt:before-start"],
    ["31 February", "2027-02-31T10:00", "", "startsAt:not-a-moment"],
    ["25 o'clock", "2027-02-01T25:00", "", "startsAt:not-a-moment"],
    ["a day without a time", "2027-02-01", "", "startsAt:not-a-moment"],
  ])("refuses %s", async (_name, startsAt, endsAt, problem) => {
    expect(await refusalOf(appointment(startsAt, endsAt))).toBe(`form-invalid ${problem}`);
  });

  it("stand in the order of what comes first, and what is past apart", async () => {
    await appointment("2026-12-02T10:00");
    await appointment("2026-11-20T10:00", "2026-11-20T11:00");
    await appointment("2026-12-01T10:00");
    const records = await recordsOf(office, clientId, "appointments");
    expect(records.map(({ standing, filled }) => [standing, filled.startsAt])).toEqual([
      ["later", "2026-12-01T10:00"],
      ["later", "2026-12-02T10:00"],
      ["over", "2026-11-20T10:00"],
    ]);
  });
});

it("what an import left as no form would is not held against who ends it, and is when it is touched", async () => {
  await world.db.write((tx) =>
    tx
      .insert(clientAddresses)
      .values({ id: "imported", clientId: "client-own", kind: "home", city: "x".repeat(300) }),
  );
  await change("addresses", "imported", { untilDate: "2026-11-20" });
  expect(await recordsOf(office, clientId, "addresses")).toMatchObject([
    { until: "2026-11-20", standing: "over" },
  ]);
  expect(await refusalOf(change("addresses", "imported", { city: "y".repeat(300) }))).toBe(
    "form-invalid city:too-long",
  );
  expect(await refusalOf(change("addresses", "imported", { untilDate: "31-11-2026" }))).toBe(
    "form-invalid untilDate:not-a-date",
  );
});
