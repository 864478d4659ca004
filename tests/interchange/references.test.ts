import { describe, expect, test } from "vitest";
import type { FhirResource } from "@/server/dossier/fhir";
import { assignClients, type Known } from "@/server/interchange/ownership";
import { linksOf, ReferenceSpace, referable } from "@/server/interchange/references";

type Entry = FhirResource & { at?: string; url?: string };

/** Puts resources in one space (`at`: the file, default `f`; `fullUrl` by `url`) and tells whose each is. */
async function assign(entries: Entry[], known?: Known) {
  const space = new ReferenceSpace();
  entries.forEach(({ at = "f", url, ...resource }, index) => {
    const json = JSON.stringify(resource);
    space.add(referable(resource as FhirResource, { file: at, fullUrl: url, position: String(index), json }));
  });
  const { owners, dangling } = await assignClients(space, known);
  return {
    owner: (key: string) => {
      const found = owners.get(key);
      return found && [found.how, ...[...found.clients].map((client) => client.replace(/^f\|Patient\//, ""))];
    },
    dangling: dangling.map(({ path, reference, reason }) => [path, reference, reason]),
  };
}

const patient = (id: string, more: object = {}): Entry => ({ resourceType: "Patient", id, ...more });
const of = (type: string, id: string, more: object): Entry => ({ resourceType: type, id, ...more });
const to = (reference: string) => ({ reference });

describe("whose a resource is", () => {
  test("its subject's, by every name a Patient goes by", async () => {
    const urn = "urn:uuid:7e285e08-34a4-4b3b-aff6-60f48a3c7cd3";
    const { owner, dangling } = await assign([
      patient("a", { url: urn, identifier: [{ system: "urn:bsn", value: "1" }] }),
      of("Observation", "relative", { subject: to("Patient/a") }),
      of("Observation", "urn", { subject: to(urn) }),
      of("Observation", "absolute", { subject: to("https://x.example/fhir/Patient/a/_history/2") }),
      of("Observation", "conditional", { subject: to("Patient?identifier=urn:bsn|1") }),
      of("Observation", "logical", {
        subject: { type: "Patient", identifier: { system: "urn:bsn", value: "1" } },
      }),
      of("AllergyIntolerance", "patient", { patient: to("Patient/a") }),
      of("Coverage", "beneficiary", { policyHolder: to("Patient/b"), beneficiary: to("Patient/a") }),
      of("Appointment", "actor", {
        participant: [{ actor: to("Patient/a") }, { actor: to("Practitioner/x") }],
      }),
      patient("b"),
    ]);
    for (const key of ["relative", "urn", "absolute", "conditional", "logical"]) {
      expect([key, owner(`f|Observation/${key}`)]).toEqual([key, ["subject", "a"]]);
    }
    expect(owner("f|AllergyIntolerance/patient")).toEqual(["subject", "a"]);
    expect(owner("f|Coverage/beneficiary")).toEqual(["subject", "a"]);
    expect(owner("f|Appointment/actor")).toEqual(["subject", "a"]);
    expect(owner("f|Patient/b")).toEqual(["self", "b"]);
    expect(dangling).toEqual([["participant.actor", "Practitioner/x", "missing"]]);
  });

  test("a subject that is a device or specimen of someone leads to that someone", async () => {
    const { owner } = await assign([
      of("Observation", "o", { subject: to("Device/d") }),
      of("Device", "d", { patient: to("Patient/a") }),
      patient("a"),
    ]);
    expect(owner("f|Observation/o")).toEqual(["subject", "a"]);
  });

  test("what is referred to goes along, through any number of steps, and is shared when many refer to it", async () => {
    const { owner } = await assign([
      patient("a", { generalPractitioner: [to("PractitionerRole/r")] }),
      patient("b", { managingOrganization: to("Organization/o") }),
      of("PractitionerRole", "r", { practitioner: to("Practitioner/p"), organization: to("Organization/o") }),
      of("Practitioner", "p", {}),
      of("Organization", "o", { partOf: to("Organization/top") }),
      of("Organization", "top", { partOf: to("Organization/o") }),
    ]);
    expect(owner("f|Practitioner/p")).toEqual(["referenced", "a"]);
    expect(owner("f|Organization/o")?.sort()).toEqual(["a", "b", "referenced"]);
    expect(owner("f|Organization/top")?.sort()).toEqual(["a", "b", "referenced"]);
  });

  test("an organisation of ten thousand clients, and a resource of many references", async () => {
    const organization = to("Organization/o");
    const patients = Array.from({ length: 10_000 }, (_, index) =>
      patient(String(index), { managingOrganization: organization }),
    );
    const focus = Array.from({ length: 200_000 }, () => to("Patient/7"));
    const { owner } = await assign([
      ...patients,
      of("Organization", "o", { partOf: to("Organization/top") }),
      of("Organization", "top", {}),
      of("Observation", "big", { focus }),
    ]);
    expect(owner("f|Organization/top")).toHaveLength(10_001);
    expect(owner("f|Observation/big")).toEqual(["refers", "7"]);
  });

  test("a resource with an unknown subject is never given to someone else", async () => {
    const { owner, dangling } = await assign([
      patient("a"),
      of("Observation", "x", { subject: to("Patient/gone") }),
      of("DiagnosticReport", "r", { subject: to("Patient/a"), result: [to("Observation/x")] }),
      of("Observation", "y", { subject: to("Patient/gone"), focus: [to("Patient/a")] }),
    ]);
    expect(owner("f|Observation/x")).toEqual(["none"]);
    expect(owner("f|Observation/y")).toEqual(["none"]);
    expect(dangling).toEqual([
      ["subject", "Patient/gone", "missing"],
      ["subject", "Patient/gone", "missing"],
    ]);
  });

  test("a group or list that names someone else is not handed on", async () => {
    const { owner } = await assign([
      patient("a"),
      patient("b"),
      of("Group", "g", { member: [{ entity: to("Patient/a") }, { entity: to("Patient/b") }] }),
      of("Observation", "o", { subject: to("Patient/a"), focus: [to("Group/g")] }),
    ]);
    expect(owner("f|Group/g")).toEqual(["none"]);
  });

  test("without subject: the one Patient it names, else the one client its references lead to", async () => {
    const { owner } = await assign([
      patient("a"),
      patient("b"),
      of("Observation", "s", { subject: to("Patient/a") }),
      of("Observation", "t", { subject: to("Patient/b") }),
      of("Composition", "c", { section: [{ entry: [to("Observation/s")] }], author: [to("Practitioner/p")] }),
      of("Practitioner", "p", {}),
      of("CareTeam", "team", {
        participant: [{ member: to("Patient/b") }],
        reasonReference: [to("Observation/s")],
      }),
      of("List", "both", { entry: [{ item: to("Observation/s") }, { item: to("Observation/t") }] }),
    ]);
    expect(owner("f|Composition/c")).toEqual(["refers", "a"]);
    expect(owner("f|Practitioner/p")).toEqual(["referenced", "a"]);
    expect(owner("f|CareTeam/team")).toEqual(["refers", "b"]);
    expect(owner("f|List/both")).toEqual(["none"]);
  });

  test("what nothing leads to belongs to the only Patient of its file", async () => {
    const { owner } = await assign([
      patient("a"),
      of("Basic", "x", {}),
      patient("b", { at: "g" }),
      patient("c", { at: "g" }),
      of("Basic", "y", { at: "g" }),
    ]);
    expect(owner("f|Basic/x")).toEqual(["same-file", "a"]);
    expect(owner("g|Basic/y")).toEqual(["none"]);
  });
});

describe("files of one run", () => {
  test("refer to each other, and their own id comes first", async () => {
    const { owner } = await assign([
      patient("a", { at: "one" }),
      of("Observation", "o", { at: "two", subject: to("Patient/a") }),
      patient("a", { at: "three", gender: "male" }),
      of("Observation", "p", { at: "three", subject: to("Patient/a") }),
    ]);
    expect(owner("three|Observation/p")).toEqual(["subject", "three|Patient/a"]);
    expect(owner("two|Observation/o")).toEqual(["none"]);
  });

  test("an id that means two people is ambiguous, the same content twice is not", async () => {
    const ambiguous = await assign([
      patient("a", { at: "one" }),
      patient("a", { at: "two", gender: "male" }),
      of("Observation", "o", { subject: to("Patient/a") }),
    ]);
    expect(ambiguous.dangling).toEqual([["subject", "Patient/a", "ambiguous"]]);
    const same = await assign([
      patient("a", { at: "one" }),
      patient("a", { at: "two" }),
      of("Observation", "o", { subject: to("Patient/a") }),
    ]);
    expect(same.owner("f|Observation/o")).toEqual(["subject", "one|Patient/a"]);
  });

  test("a client of an earlier import is found through `known`", async () => {
    const known: Known = (reference) => (reference === "Patient/before" ? { clients: ["10001"] } : undefined);
    const { owner, dangling } = await assign(
      [
        of("Observation", "o", { subject: to("Patient/before"), performer: [to("Practitioner/p")] }),
        of("Practitioner", "p", {}),
      ],
      known,
    );
    expect(owner("f|Observation/o")).toEqual(["subject", "10001"]);
    expect(owner("f|Practitioner/p")).toEqual(["referenced", "10001"]);
    expect(dangling).toEqual([]);
  });
});

describe("references in a resource", () => {
  test("contained ones resolve inside it or are told", async () => {
    const { dangling } = await assign([
      of("Claim", "c", {
        contained: [{ resourceType: "Coverage", id: "in", payor: [to("#")] }],
        insurance: [{ coverage: to("#in") }],
        referral: to("#out"),
      }),
    ]);
    expect(dangling).toEqual([["referral", "#out", "contained"]]);
  });

  test("links of attachments and questionnaires, not identifiers of other things", async () => {
    expect(
      linksOf({
        resourceType: "DocumentReference",
        content: [{ attachment: { contentType: "a/b", url: "Binary/1" } }],
      }),
    ).toEqual([{ path: "content.attachment", reference: "Binary/1" }]);
    expect(linksOf({ resourceType: "QuestionnaireResponse", questionnaire: "urn:q|2" })).toEqual([
      { path: "questionnaire", reference: "urn:q" },
    ]);
    expect(linksOf({ resourceType: "Bundle", identifier: { value: "1" } })).toEqual([]);
    const { owner } = await assign([
      patient("a"),
      of("Questionnaire", "q", { at: "g", url: undefined }),
      of("QuestionnaireResponse", "r", { subject: to("Patient/a"), questionnaire: "Questionnaire/q|1" }),
    ]);
    expect(owner("g|Questionnaire/q")).toEqual(["referenced", "a"]);
  });
});
