import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { type FhirResource, isElement } from "@/server/dossier/fhir";
import { addressOf, bsnOf, humanName, telecomOf } from "@/server/dossier/fhir-person";
import { dateOf } from "@/server/dossier/fhir-time";
import { assignClients } from "@/server/interchange/ownership";
import { readFiles } from "@/server/interchange/read/source";
import { ReferenceSpace, referable } from "@/server/interchange/references";
import { sharedFiles } from "./read";

const nictiz = sharedFiles("nictiz-zib2020", ".xml");
const synthea = sharedFiles("synthea", ".json");
const why = "(needs the shared test data: set KRONIEK_SHARED)";

async function load(files: string[]) {
  const space = new ReferenceSpace();
  const byFile = new Map<string, FhirResource>();
  const counts = { resource: 0, refused: 0, skipped: 0 };
  for await (const item of readFiles(files)) {
    counts[item.kind]++;
    if (item.kind !== "resource") continue;
    expect(JSON.parse(item.json)).toEqual(item.resource);
    const file = basename(item.file);
    byFile.set(file.replace(/\.xml$/, ""), item.resource);
    space.add(referable(item.resource, { ...item, file, position: item.at.entry ?? "" }));
  }
  return { counts, byFile, ...(await assignClients(space)) };
}

/** Paths at which a primitive value occurs, e.g. to see that no number or list got lost. */
function values(value: unknown, path = ""): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => values(item, `${path}[]`));
  if (!isElement(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, member]) => values(member, `${path}.${name}`));
}

describe.skipIf(nictiz.length === 0)(`the Dutch zib examples in XML ${why}`, () => {
  const loading = load(nictiz);

  test("are all read, none refused", async () => {
    expect((await loading).counts).toEqual({ resource: 271, refused: 0, skipped: 0 });
  });

  test("hand-checked: Patient-01", async () => {
    const patient = (await loading).byFile.get("nl-core-Patient-01");
    expect(bsnOf(patient?.identifier)).toBe("111222333");
    expect(humanName(patient?.name)).toMatchObject({
      firstNames: "Johanna Petronella Maria",
      initials: "J.P.M.",
      callName: "Jo",
      ownPrefix: "van",
      ownName: "Putten",
      partnerPrefix: "van der",
      partnerName: "Giessen",
      order: "own-partner",
    });
    expect(addressOf(patient?.address)).toMatchObject({
      street: "1e Jacob van Campenstr",
      houseNumber: "15",
      postalCode: "1012 NX",
      city: "Hoogmade",
      municipality: "Kaag en Braassem",
    });
    expect(telecomOf(patient?.telecom)).toMatchObject([
      { system: "phone", value: "+31611234567", isMobile: true },
      { system: "email", value: "giesput@myweb.nl", use: "home" },
    ]);
    expect(dateOf(patient?.birthDate)).toBe("1934-04-28");
    expect(patient).toMatchObject({ deceasedBoolean: false, multipleBirthBoolean: true });
  });

  test("hand-checked: initials, a name in partner-own order, a list of codes, an integer score", async () => {
    const { byFile } = await loading;
    expect(humanName(byFile.get("nl-core-NameInformation-initials")?.name)).toMatchObject({
      initials: "H.J.W.",
      firstNames: undefined,
      callName: "Henk",
      text: "H.J.W. Schemer",
    });
    expect(humanName(byFile.get("nl-core-NameInformation-complete")?.name)).toMatchObject({
      order: "partner-own",
      title: "PhD",
    });
    expect(byFile.get("nl-core-AllergyIntolerance-01")).toMatchObject({ category: [expect.any(String)] });
    expect(byFile.get("nl-core-BarthelADLIndex-01")).toMatchObject({ valueInteger: expect.any(Number) });
    expect(byFile.get("nl-core-CareTeam-01")).toMatchObject({
      participant: expect.arrayContaining([
        { member: expect.objectContaining({ type: expect.any(String) }) },
      ]),
    });
  });

  test("values are numbers exactly where quantities and integers are", async () => {
    const { byFile } = await loading;
    for (const resource of byFile.values()) {
      for (const [path, value] of values(resource)) {
        const isNumber = /(?:Quantity|low|high)\.value$|\.valueInteger$/.test(path);
        const isBoolean = /(?:Boolean|userSelected)$/.test(path);
        expect([path, typeof value]).toEqual([path, isNumber ? "number" : isBoolean ? "boolean" : "string"]);
      }
    }
  });

  test("form one reference space across files, with exactly the two references that lead nowhere", async () => {
    const { owners, dangling } = await loading;
    const hows = [...owners.values()].map(({ how }) => how);
    expect(hows.filter((how) => how === "self")).toHaveLength(8);
    expect(hows.filter((how) => how === "subject")).toHaveLength(207);
    const device = "nl-core-BowelFunction-02-Device-01";
    expect(owners.get(`${device}.xml|Device/${device}`)?.clients).toEqual(
      new Set(["nl-core-Patient-01.xml|Patient/nl-core-Patient-01"]),
    );
    expect(dangling.map(({ path, reason }) => [path, reason])).toEqual([
      ["hasMember", "missing"],
      ["subject", "missing"],
    ]);
  });
});

describe.skipIf(synthea.length === 0)(`the Synthea Bundles in JSON ${why}`, () => {
  test("are all read, none refused, and every resource belongs to the one Patient of its Bundle", async () => {
    const { counts, owners, dangling } = await load(synthea);
    expect(counts).toEqual({ resource: 2356, refused: 0, skipped: 0 });
    expect(dangling).toEqual([]);
    for (const [key, { clients }] of owners) {
      expect([...clients].map((client) => client.split("|")[0])).toEqual([key.split("|")[0]]);
    }
  });
});
