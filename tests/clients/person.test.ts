import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { clientVersions } from "@/db/schema/client-records";
import { clientLocations, clients } from "@/db/schema/clients";
import { apiWith, PASTED_BSN } from "../access/people";
import type { TestWorld } from "../world";
import { type Api, makeOffice, OFFICE, person, recordsOf, refusalOf, requestKey } from "./office";

const clientId = "20001";
let world: TestWorld;
let office: Api;
beforeEach(async () => {
  ({ world, office } = await makeOffice());
});

async function change(values: Record<string, string>, api = office) {
  const { stamp, person: form } = await api.clients.forms({ clientId });
  return api.clients.change({
    ...{ clientId, values: { ...form.filled, ...values }, stamp, requestKey: requestKey() },
  });
}

it("keeps every change readable: who, when, and what it was", async () => {
  await change({ callName: "Toos", phone: "085-0123456" });
  world.clock.advance(60_000);
  await change({ callName: "" });
  const { changes, total } = await office.records.history({ clientId });
  expect(total).toBe(2);
  expect(changes).toMatchObject([
    { by: "Iemand", did: "gewijzigd", fields: [{ label: "Roepnaam", before: "Toos", after: "" }] },
    {
      at: world.clock.now() - 60_000,
      fields: [
        { label: "Roepnaam", before: "", after: "Toos" },
        { label: "Telefoon", before: "", after: "085-0123456" },
      ],
    },
  ]);
});

it("a form that changes nothing leaves no trace in the history", async () => {
  await change({});
  expect((await office.records.history({ clientId })).total).toBe(0);
});

it("the second of two who edit at once is told, and what the first wrote stays", async () => {
  const colleague = await apiWith(world, OFFICE);
  const [mine, theirs] = [
    await office.clients.forms({ clientId }),
    await colleague.clients.forms({ clientId }),
  ];
  const send = (api: Api, form: typeof mine, values: Record<string, string>) =>
    api.clients.change({
      ...{
        clientId,
        stamp: form.stamp,
        values: { ...form.person.filled, ...values },
        requestKey: requestKey(),
      },
    });
  await send(colleague, theirs, { phone: "085-0123999" });
  expect(await refusalOf(send(office, mine, { mobile: "06-12345678" }))).toBe("record-changed");
  const now = await office.clients.forms({ clientId });
  expect(now.person.filled).toMatchObject({ phone: "085-0123999", mobile: "" });
  await send(office, now, { mobile: "06-12345678" });
  expect((await office.clients.personalia({ clientId })).phone).toBe("085-0123999");
});

it("notices what an import changed meanwhile", async () => {
  const { stamp, person: form } = await office.clients.forms({ clientId });
  await world.db.write((tx) =>
    tx.update(clients).set({ language: "Frans" }).where(eq(clients.number, 20001)),
  );
  const late = office.clients.change({ clientId, stamp, values: form.filled, requestKey: requestKey() });
  expect(await refusalOf(late)).toBe("record-changed");
});

it("is refused to who only reads, and to who manages elsewhere", async () => {
  const carer = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "own" });
  expect(await refusalOf(change({ callName: "X" }, carer))).toBe("task-missing");
  const beside = await apiWith(world, { tasks: ["client.manage"], reach: "beside" });
  expect(await refusalOf(change({ callName: "X" }, beside))).toBe("not-found");
});

it("an empty BSN field leaves the number alone; removing it is an act of its own, with a reason", async () => {
  await world.db.write((tx) =>
    tx.update(clients).set({ bsnSearch: "code" }).where(eq(clients.number, 20001)),
  );
  await change({ callName: "Toos" });
  const masked = async () => (await office.clients.header({ clientId })).maskedBsn;
  expect(await masked()).toBe(`******${PASTED_BSN.slice(-3)}`);
  const remove = async (reason: string) =>
    office.clients.removeBsn({
      ...{
        clientId,
        reason,
        stamp: (await office.clients.forms({ clientId })).stamp,
        requestKey: requestKey(),
      },
    });
  expect(await refusalOf(remove(" "))).toBe("form-invalid reason:required");
  await remove("Hoort bij een ander");
  expect(await masked()).toBeNull();
  const [row] = await world.db.read.select().from(clients).where(eq(clients.number, 20001));
  expect([row?.bsnSealed, row?.bsnSearch]).toEqual([null, null]);
  expect(await refusalOf(remove("Nog eens"))).toBe("bsn-absent");
  const { changes } = await office.records.history({ clientId });
  expect(changes[0]).toMatchObject({ reason: "Hoort bij een ander", fields: [{ after: "" }] });
  const [version] = await world.db.read
    .select()
    .from(clientVersions)
    .where(eq(clientVersions.action, "bsn-removed"));
  expect(Object.keys(version?.before ?? {})).not.toContain("bsnSearch");
});

async function leave(values: Record<string, string>) {
  const { stamp } = await office.clients.forms({ clientId });
  return office.clients.leaveCare({ clientId, values, stamp, requestKey: requestKey() });
}

async function comeBack(values: Record<string, string>) {
  const { stamp } = await office.clients.forms({ clientId });
  return office.clients.returnToCare({ clientId, values, stamp, requestKey: requestKey() });
}

it("out of care ends the stay and the care rules on that day, and back into care begins a new stay", async () => {
  await office.records.add({
    ...{ clientId, kind: "care-rules", requestKey: requestKey() },
    values: { law: "Wlz", product: "VV05", fromDate: "2024-01-01" },
  });
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  await leave({ date: "2026-11-21", reason: "transferred" });
  expect(await recordsOf(office, clientId, "stays")).toMatchObject([
    { until: "2026-11-21", standing: "over" },
  ]);
  expect(await recordsOf(office, clientId, "care-rules")).toMatchObject([{ until: "2026-11-21" }]);
  expect(await office.clients.personalia({ clientId })).toMatchObject({
    outOfCareSince: "2026-11-21",
    outOfCareReason: "Overgedragen aan een andere zorgaanbieder",
  });
  expect(await refusalOf(carer.clients.header({ clientId }))).toBe("not-found");
  expect(await refusalOf(leave({ date: "2026-11-21", reason: "moved" }))).toBe("care-unchanged");
  expect(await refusalOf(comeBack({ date: "2026-11-20", locationId: "own" }))).toBe(
    "form-invalid date:before-start",
  );
  await comeBack({ date: "2026-11-21", locationId: "own", room: "3" });
  expect((await carer.clients.header({ clientId })).places).toEqual([
    { location: "Huis own", code: "OWN", room: "3" },
  ]);
  expect(await refusalOf(comeBack({ date: "2026-11-21", locationId: "own" }))).toBe("care-unchanged");
});

it("refuses to end care before a stay that is still to begin, or before care began", async () => {
  await office.records.add({
    ...{ clientId, kind: "stays", requestKey: requestKey() },
    values: { locationId: "beside", fromDate: "2027-01-01" },
  });
  expect(await refusalOf(leave({ date: "2026-11-21", reason: "moved" }))).toBe("care-planned");
  expect(await world.db.read.$count(clientLocations, eq(clientLocations.untilDate, "2026-11-21"))).toBe(0);
  const { number } = await office.clients.create(person());
  const { stamp } = await office.clients.forms({ clientId: String(number) });
  const early = office.clients.leaveCare({
    ...{ clientId: String(number), stamp, requestKey: requestKey() },
    values: { date: "2026-11-20", reason: "other" },
  });
  expect(await refusalOf(early)).toBe("form-invalid date:before-start");
});
