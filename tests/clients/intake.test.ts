import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { clientVersions } from "@/db/schema/client-records";
import { clients } from "@/db/schema/clients";
import { apiWith, newestEntry, PASTED_BSN } from "../access/people";
import type { TestWorld } from "../world";
import { type Api, makeOffice, OFFICE, person, recordsOf, refusalOf, requestKey } from "./office";

const OTHER_BSN = "999990020";
let world: TestWorld;
let office: Api;
beforeEach(async () => {
  ({ world, office } = await makeOffice());
});

const create = (values: Record<string, string>, more: { alikeSeen?: boolean } = {}) =>
  office.clients.create({ ...person(values), ...more });

it("takes a person in with the next free number, an address and a first place, findable at once", async () => {
  const first = await create({ street: "Molenweg", houseNumber: "3", postcode: "7201da", city: "Zutphen" });
  const second = await create({ birthDate: "1950-01-01", bsn: OTHER_BSN });
  expect([first.number, second.number]).toEqual([10001, 10002]);
  const clientId = String(first.number);
  expect(await office.clients.header({ clientId })).toMatchObject({
    titledName: "Mevr. A.B. Boom",
    maskedBsn: null,
    places: [{ location: "Huis own", room: "7" }],
  });
  expect(await recordsOf(office, clientId, "addresses")).toMatchObject([
    { title: "Molenweg 3", notes: ["7201 DA Zutphen", "Nederland"] },
  ]);
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  expect((await carer.clients.list({ search: "boom" })).total).toBe(2);
  expect((await office.clients.header({ clientId: "10002" })).maskedBsn).toBe("******020");
});

it("a double click makes one client", async () => {
  const form = person();
  const made = await Promise.all([office.clients.create(form), office.clients.create(form)]);
  expect(made).toEqual([{ number: 10001 }, { number: 10001 }]);
  expect(await world.db.read.$count(clients, eq(clients.lastName, "Boom"))).toBe(1);
});

it("one's key is no way to another's client", async () => {
  const form = person();
  await office.clients.create(form);
  const colleague = await apiWith(world, OFFICE);
  expect(await refusalOf(colleague.clients.create(form))).toBe("record-changed");
});

it.each([
  ["a birth to come", { birthDate: "2026-11-22" }, "birthDate:in-future"],
  ["31 February", { birthDate: "1950-02-31" }, "birthDate:not-a-date"],
  ["a birth two centuries ago", { birthDate: "1826-01-01" }, "birthDate:too-early"],
  ["words for a date", { birthDate: "gisteren" }, "birthDate:not-a-date"],
  ["no last name", { lastName: "  " }, "lastName:required"],
  ["a BSN that fails", { bsn: "123456789" }, "bsn:not-a-bsn"],
  ["care before birth", { inCareSince: "1943-01-01" }, "inCareSince:before-birth"],
  ["a name use without that name", { nameUse: "partner" }, "partnerLastName:required"],
  ["a made-up name use", { nameUse: "both" }, "nameUse:not-a-choice"],
  ["no address for mail", { email: "anna" }, "email:not-an-email"],
  ["words for a phone", { phone: "bel mij" }, "phone:not-a-phone"],
  ["a name of 1 MB", { lastName: "x".repeat(1_000_000) }, "lastName:too-long"],
  ["a location nobody has", { locationId: "elsewhere" }, "locationId:place-not-yours"],
])("refuses %s at its field", async (_name, values: Record<string, string>, problem) => {
  expect(await refusalOf(create(values))).toBe(`form-invalid ${problem}`);
  expect(await world.db.read.$count(clients)).toBe(5);
});

it("tells every wrong field at once", async () => {
  expect(await refusalOf(create({ lastName: "", birthDate: "31-02-1950", gender: "" }))).toBe(
    "form-invalid birthDate:not-a-date lastName:required gender:required",
  );
});

it("places nobody outside the maker's own reach", async () => {
  const local = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  expect(await refusalOf(local.clients.create(person({ locationId: "beside" })))).toBe(
    "form-invalid locationId:place-not-yours",
  );
  expect((await local.clients.create(person({ locationId: "below" }))).number).toBe(10001);
  const { fields } = await local.clients.intakeForm();
  expect(
    fields
      .find(({ key }) => key === "locationId")
      ?.options.map(({ value }) => value)
      .sort(),
  ).toEqual(["below", "own"]);
});

it("warns of a BSN that exists, and of a namesake born on the same day, before anything is stored", async () => {
  await create({});
  await create({ lastName: "Wilg", birthDate: "1931-01-01", bsn: PASTED_BSN });
  expect(await refusalOf(create({ bsn: PASTED_BSN, birthDate: "1930-01-01" }))).toBe("client-alike");
  expect(await refusalOf(create({ lastName: "boóm" }))).toBe("client-alike");
  const found = await office.clients.alike({ values: person({ lastName: "BOOM", bsn: OTHER_BSN }).values });
  expect(found).toMatchObject({ clients: [{ number: 10001, sameBsn: false }], elsewhere: 0 });
  expect(await world.db.read.$count(clients, eq(clients.lastName, "Boom"))).toBe(1);
  expect(await create({ lastName: "Boom" }, { alikeSeen: true })).toEqual({ number: 10003 });
});

it("explains field by field who looks alike, day and month changed places too; not anyone elsewhere", async () => {
  await create({ birthDate: "1944-03-02", phone: "0575-123456", callName: "Annie" });
  const asked = { birthDate: "1944-02-03", phone: "+31 575 123456" };
  const { clients: found } = await office.clients.alike({ values: person(asked).values });
  expect(found).toMatchObject([{ number: 10001, sameBsn: false }]);
  expect(found[0]?.agreements.map(({ field, agreement }) => `${field} ${agreement}`)).toEqual([
    ...["bsn unknown", "surname same", "given close", "birthDate close", "gender same"],
    ...["address unknown", "phone same", "email unknown"],
  ]);
  expect((await newestEntry(world))?.objects).toHaveLength(1);
  const local = await apiWith(world, { tasks: ["client.manage"], reach: "below" });
  expect(await local.clients.alike({ values: person(asked).values })).toEqual({ clients: [], elsewhere: 0 });
});

it("says of a BSN elsewhere that it exists, and nothing of whom", async () => {
  const local = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  await world.db.write((tx) => tx.delete(clientVersions));
  await create({ bsn: OTHER_BSN, locationId: "beside" });
  const found = await local.clients.alike({ values: { bsn: OTHER_BSN } });
  expect(found).toEqual({ clients: [], elsewhere: 1 });
  expect(await refusalOf(local.clients.create(person({ bsn: OTHER_BSN, lastName: "Anders" })))).toBe(
    "client-alike",
  );
});

it("leaves no BSN in the log or in the history", async () => {
  const { number } = await create({ bsn: OTHER_BSN });
  const { stamp, person: form } = await office.clients.forms({ clientId: String(number) });
  const values = { ...form.filled, bsn: PASTED_BSN };
  await office.clients.change({
    ...{ clientId: String(number), values, stamp, alikeSeen: true, requestKey: requestKey() },
  });
  const kept = JSON.stringify([
    await world.db.read.select().from(clientVersions),
    await newestEntry(world),
    await office.records.history({ clientId: String(number) }),
  ]);
  expect(kept).not.toContain(OTHER_BSN);
  expect(kept).not.toContain(PASTED_BSN);
  expect(kept).toContain("een ander nummer (niet getoond)");
});
