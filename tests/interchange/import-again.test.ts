import { asc, eq, ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { clientAddresses, clients, contacts, directives } from "@/db/schema/clients";
import { allergies } from "@/db/schema/dossier/allergies";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { dsm } from "@/db/schema/dossier/dsm";
import { measurements } from "@/db/schema/dossier/measurements";
import { problems } from "@/db/schema/dossier/problems";
import { importedResources } from "@/db/schema/interchange";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { openBsn } from "@/server/clients/bsn";
import type { FhirResource } from "@/server/dossier/fhir";
import { makeWorld, type TestWorld } from "../world";
import { ALLERGY, digestOf, ENCOUNTER, GOAL, importContents, OTHER, PATIENT, PLAN } from "./importing";

const HAND = "Fatima El Amrani, verzorgende";
const subject = { reference: "Patient/p1" };
const bsn = (value: string) => [{ system: "http://fhir.nl/fhir/NamingSystem/bsn", value }];
const people = (world: TestWorld) => world.db.read.select().from(clients).orderBy(asc(clients.number));
const rowOf = async (world: TestWorld, id: string) =>
  (await world.db.read.select().from(importedResources).where(eq(importedResources.resourceId, id)))[0];

describe("a resource that changed", () => {
  test("updates its entry in place", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, ALLERGY] });
    const [before] = await world.db.read.select().from(allergies);
    world.clock.advance(86_400_000);
    await importContents(world, { "b.json": [PATIENT, { ...ALLERGY, code: { text: "Bijengif" } }] });
    expect(await world.db.read.select().from(allergies)).toEqual([{ ...before, substance: "Bijengif" }]);
  });

  test("is stored but leaves an entry that people changed here, and the report says so once", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, ALLERGY] });
    await world.db.write((tx) =>
      tx.update(allergies).set({ version: 2, substance: "Door ons", recordedBy: HAND }),
    );
    const changed = { "b.json": [PATIENT, { ...ALLERGY, code: { text: "Bijengif" } }] };
    const { lines } = await importContents(world, changed);
    expect(await world.db.read.select().from(allergies)).toMatchObject([
      { substance: "Door ons", version: 2 },
    ]);
    expect((await rowOf(world, "a1"))?.json).toContain("Bijengif");
    expect(lines.join("\n")).toMatch(/Hier gewijzigd.*\n +cliënt 20001: AllergyIntolerance a1/);
    expect((await importContents(world, changed)).lines.join("\n")).not.toContain("Hier gewijzigd");
  });

  test("changes of a client only what people did not", async () => {
    const world = await makeWorld();
    const address = { line: ["Dorpsstraat 1"], city: "Hoogmade" };
    await importContents(world, { "a.json": [{ ...PATIENT, address: [address] }] });
    await world.db.write((tx) => tx.update(clients).set({ birthDate: "1941-03-15" }));
    const telecom = [{ system: "phone", value: "0612345678", use: "mobile" }];
    const moved = { ...address, line: ["Kerkweg 2"] };
    const { lines } = await importContents(world, {
      "a.json": [
        { ...PATIENT, birthDate: "1941-03-16", telecom, address: [moved], identifier: bsn("999900006") },
      ],
    });
    const [client] = await people(world);
    expect(client).toMatchObject({ birthDate: "1941-03-15", mobile: "0612345678" });
    expect(openBsn(world.keys, client?.bsnSealed ?? "")).toBe("999900006");
    expect(await world.db.read.select().from(clientAddresses)).toMatchObject([{ street: "Kerkweg" }]);
    expect(lines.join("\n")).toMatch(/Hier gewijzigd.*\n +cliënt 20001: Persoon \(Patient\) p1/);
  });

  test("changes of a contact or directive only what people did not", async () => {
    const world = await makeWorld();
    const person = { resourceType: "RelatedPerson", id: "r1", patient: subject, name: [{ text: "Anna" }] };
    const consent: FhirResource = {
      resourceType: "Consent",
      id: "c1",
      status: "active",
      scope: {
        coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "treatment" }],
      },
      patient: subject,
      provision: { type: "permit", code: [{ coding: [{ code: "89666000" }] }] },
    };
    await importContents(world, { "a.json": [PATIENT, person, consent] });
    expect(await world.db.read.select().from(directives)).toMatchObject([
      { subject: "Reanimeren", decision: "Ja" },
    ]);
    await world.db.write((tx) => tx.update(contacts).set({ name: "Anna de Boer" }));
    const denied = { ...consent, provision: { type: "deny", code: [{ coding: [{ code: "89666000" }] }] } };
    const phone = [{ system: "phone", value: "071-1" }];
    await importContents(world, {
      "a.json": [PATIENT, { ...person, name: [{ text: "A." }], telecom: phone }, denied],
    });
    expect(await world.db.read.select().from(contacts)).toMatchObject([
      { name: "Anna de Boer", phone: "071-1" },
    ]);
    expect(await world.db.read.select().from(directives)).toMatchObject([
      { subject: "Reanimeren", decision: "Nee" },
    ]);
  });

  test("does not make the contact by whom someone looks along in the portal another person", async () => {
    const world = await makeWorld();
    const person = {
      resourceType: "RelatedPerson",
      id: "r1",
      patient: subject,
      name: [{ text: "Anna Bos" }],
    };
    const named = (name: string) => ({ "a.json": [PATIENT, { ...person, name: [{ text: name }] }] });
    await importContents(world, named("Anna Bos"));
    const [contact] = await world.db.read.select().from(contacts);
    const [client] = await people(world);
    const [clientId, contactId] = [client?.id ?? "", contact?.id ?? ""];
    const made = { madeAt: 1, madeBy: "Iemand" };
    await world.db.write(async (tx) => {
      const account = { id: "a1", email: "anna@post.example", name: "Anna Bos", createdAt: 1 };
      await tx.insert(portalAccounts).values(account);
      const relation = { id: "p1", accountId: "a1", clientId, kind: "representative", contactId } as const;
      await tx.insert(portalRelations).values({ ...relation, ...made });
    });
    const nameNow = async () => (await world.db.read.select().from(contacts))[0]?.name;
    await importContents(world, named("Anna de Wit-Bos"));
    expect(await nameNow()).toBe("Anna de Wit-Bos");
    await world.db.write((tx) => tx.update(portalRelations).set({ endedAt: 2 }));
    await importContents(world, named("Bert Smit"));
    expect(await nameNow()).toBe("Bert Smit");
    await world.db.write((tx) => tx.update(portalRelations).set({ endedAt: null }));
    const lines = await importContents(world, named("Carla Vos"));
    expect(await nameNow()).toBe("Bert Smit");
    expect(JSON.stringify(lines)).toContain("Hier gewijzigd");
  });
});

describe("a resource that belongs elsewhere now", () => {
  test("leaves one part for another, and becomes kept when no part has it", async () => {
    const world = await makeWorld();
    const condition = { resourceType: "Condition", id: "c1", subject, code: { text: "Depressie" } };
    const dsmSays = { ...condition, category: [{ text: "DSM-5" }] };
    await importContents(world, { "a.json": [PATIENT, condition] });
    expect(await world.db.read.$count(problems)).toBe(1);
    await importContents(world, { "a.json": [PATIENT, dsmSays] });
    expect([await world.db.read.$count(problems), await world.db.read.$count(dsm)]).toEqual([0, 1]);
    const tobacco = {
      resourceType: "Observation",
      id: "t1",
      subject,
      code: { text: "Roken" },
      valueString: "Nee",
    };
    const vital = { ...tobacco, category: [{ coding: [{ code: "vital-signs" }] }] };
    await importContents(world, { "a.json": [PATIENT, vital] });
    expect(await rowOf(world, "t1")).toMatchObject({ role: "carrier", part: "measurements" });
    await importContents(world, { "a.json": [PATIENT, tobacco] });
    expect(await rowOf(world, "t1")).toMatchObject({ role: "kept", part: null, entryId: null });
    expect(await world.db.read.$count(measurements)).toBe(0);
  });

  test("is absorbed when a plan that comes later names it, in a file of its own", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, GOAL] });
    expect(await world.db.read.select().from(carePlans)).toMatchObject([{ title: "Behandeldoel" }]);
    await importContents(world, { "b.json": [PLAN] });
    const plans = await world.db.read.select().from(carePlans);
    expect(plans).toMatchObject([{ title: "Mobiliteit", goals: [{ goal: "Weer zelf lopen" }] }]);
    expect(await rowOf(world, "g1")).toMatchObject({ role: "absorbed", entryId: plans[0]?.id });
  });

  test("changes the entry that carries it when it comes alone", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT, GOAL, PLAN] });
    const { lines } = await importContents(world, {
      "g.json": [{ ...GOAL, description: { text: "Traplopen" } }],
    });
    expect(await world.db.read.select().from(carePlans)).toMatchObject([{ goals: [{ goal: "Traplopen" }] }]);
    expect(lines.at(-1)).toBe("read=1 mapped=1 kept=0 refused=0 clients=1");
  });

  test("is taken from the wrong client when its source corrects whose it is", async () => {
    const world = await makeWorld();
    const uuid = "0b5b1f5c-9b5d-4d4e-8a3b-0f2c7c1f9d11";
    const wrong = { ...ALLERGY, id: uuid };
    await importContents(world, { "a.json": [PATIENT, OTHER, wrong] });
    await importContents(world, {
      "a.json": [PATIENT, OTHER, { ...wrong, patient: { reference: "Patient/p2" } }],
    });
    const [, second] = await people(world);
    expect(await world.db.read.select().from(allergies)).toMatchObject([{ clientId: second?.id }]);
    expect(await world.db.read.$count(importedResources, eq(importedResources.resourceId, uuid))).toBe(1);
  });
});

describe("who is who", () => {
  test("two systems that both have a Patient/p1 stay two clients, each with their own", async () => {
    const world = await makeWorld();
    const contents = {
      "a.json": [PATIENT, ALLERGY],
      "b.json": [
        { ...OTHER, id: "p1" },
        { ...ALLERGY, code: { text: "Latex" } },
      ],
    };
    const { lines } = await importContents(world, contents);
    expect(lines.at(-1)).toBe("read=4 mapped=4 kept=0 refused=0 clients=2");
    const [one, two] = await people(world);
    const found = await world.db.read.select().from(allergies).orderBy(asc(allergies.substance));
    expect(found).toMatchObject([
      { substance: "Latex", clientId: two?.id },
      { substance: "Penicilline", clientId: one?.id },
    ]);
    const before = await digestOf(world);
    await importContents(world, { "b.json": contents["b.json"] });
    await importContents(world, contents);
    expect(await digestOf(world)).toEqual(before);
  });

  test("a BSN that another client has makes a new client: whether they are one is for people to say", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [{ ...PATIENT, identifier: bsn("999900006") }] });
    await importContents(world, { "b.json": [{ ...OTHER, identifier: bsn("999900006") }] });
    const found = await people(world);
    expect(found.map(({ number }) => number)).toEqual([20001, 20002]);
    expect(found[0]?.bsnSearch).toBe(found[1]?.bsnSearch);
  });

  test("a number that fails the eleven test is no BSN, and stays in the resource", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [{ ...PATIENT, identifier: bsn("999900007") }] });
    expect(await people(world)).toMatchObject([{ bsnSealed: null, bsnSearch: null }]);
    expect((await rowOf(world, "p1"))?.json).toContain("999900007");
  });

  test("a later file finds the patient of an earlier one", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT] });
    const { lines } = await importContents(world, { "b.json": [ALLERGY] });
    expect(lines.at(-1)).toBe("read=1 mapped=1 kept=0 refused=0 clients=1");
    const [client] = await people(world);
    expect(await world.db.read.select().from(allergies)).toMatchObject([{ clientId: client?.id }]);
  });

  test("a reference that could mean two earlier patients is given to neither", async () => {
    const world = await makeWorld();
    await importContents(world, { "a.json": [PATIENT], "b.json": [{ ...OTHER, id: "p1" }] });
    const { lines } = await importContents(world, { "c.json": [ENCOUNTER] });
    expect(lines.join("\n")).toContain("Encounter/e1 subject → Patient/p1: staat er niet");
    expect(await rowOf(world, "e1")).toMatchObject({ clientId: null, role: "kept" });
  });

  test("what is about a thing that two clients share is given to neither", async () => {
    const world = await makeWorld();
    const device = { resourceType: "Device", id: "d9" };
    const uses = ["p1", "p2"].map((id) => ({
      resourceType: "DeviceUseStatement",
      id: `u-${id}`,
      subject: { reference: `Patient/${id}` },
      device: { reference: "Device/d9" },
    }));
    await importContents(world, { "a.json": [PATIENT, OTHER, device, ...uses] });
    const reading = { resourceType: "Observation", id: "m1", subject: { reference: "Device/d9" } };
    await importContents(world, { "b.json": [reading] });
    expect(await rowOf(world, "m1")).toMatchObject({ clientId: null, role: "kept" });
  });

  test("what names a patient who is nowhere is kept without client and reported, until the patient comes", async () => {
    const world = await makeWorld();
    const { lines } = await importContents(world, { "a.json": [OTHER, ALLERGY] });
    expect(lines.at(-1)).toBe("read=2 mapped=1 kept=1 refused=0 clients=1");
    expect(lines.join("\n")).toContain("AllergyIntolerance/a1 patient → Patient/p1: staat er niet");
    expect(await rowOf(world, "a1")).toMatchObject({ clientId: null });
    await importContents(world, { "b.json": [PATIENT, ALLERGY] });
    const rows = await world.db.read
      .select()
      .from(importedResources)
      .where(ne(importedResources.resourceType, "Patient"));
    expect(rows).toMatchObject([{ resourceId: "a1", role: "carrier" }]);
  });

  test("the report never shows an identifier that a reference is made by", async () => {
    const world = await makeWorld();
    const [identifier] = bsn("999900006");
    const byNumber = { ...ENCOUNTER, subject: { type: "Patient", identifier } };
    const { lines } = await importContents(world, { "a.json": [byNumber] });
    expect(lines.join("\n")).toContain("Patient (op kenmerk)");
    expect(lines.join("\n")).not.toContain("999900006");
  });
});
