import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { elementsOf, type FhirResource } from "@/server/dossier/fhir";
import type { AnyRow } from "@/server/dossier/registry";
import { readFiles } from "@/server/interchange/read/source";
import { sharedFiles } from "../interchange/read";
import { PATIENT, partNamed, rowsOf, takeAll } from "./part-rows";
import { takeRun } from "./take-run";

const takenBy = (resource: FhirResource) => takeAll([{ resource }]).taken[0];
const text = (words: string) => Buffer.from(words).toString("base64");

describe("what is whose", () => {
  const note = (change: object) => ({
    resourceType: "DocumentReference",
    status: "current",
    type: { coding: [{ system: "http://loinc.org", code: "34117-2" }] },
    content: [{ attachment: { contentType: "text/plain", data: text("Rustige dag.") } }],
    ...change,
  });

  test("an inline text note is a report; a file, a link or another type is not", () => {
    expect(takenBy(note({}))).toMatchObject({ slug: "reports", draft: { text: "Rustige dag." } });
    const pdf = { attachment: { contentType: "application/pdf", data: text("%PDF-1.4") } };
    const link = {
      attachment: { contentType: "text/plain", data: text("x"), url: "https://elders.example/x" },
    };
    for (const change of [
      { content: [pdf] },
      { content: [link] },
      { content: [] },
      { type: { text: "Brief" } },
    ]) {
      expect(takenBy(note(change))?.slug).not.toBe("reports");
    }
  });

  test("a Composition is a report when it holds text, a life story by its type, else nobody's", () => {
    const section = [{ title: "Anamnese", text: { div: "<div><p>Moe &amp; stil</p></div>" } }];
    const composition = { resourceType: "Composition", title: "Contact", section };
    expect(takenBy(composition)).toMatchObject({ slug: "reports", draft: { text: "Anamnese\nMoe & stil" } });
    expect(takenBy({ ...composition, type: { text: "Levensverhaal" } })?.slug).toBe("life-story");
    expect(takenBy({ resourceType: "Composition", title: "Leeg" })).toBeUndefined();
  });

  test("SOAP lines are absorbed, an observation a section merely points at is not", () => {
    const [soap] = rowsOf(partNamed("reports")).filter(({ subjective }) => subjective !== null);
    const given = partNamed("reports").fhir.give(soap as AnyRow, { patient: PATIENT, scope: "complete" });
    const weight = { resourceType: "Observation", id: "w", valueString: "60", code: { text: "Gewicht" } };
    const pointing = {
      ...given[0],
      section: [...elementsOf(given[0]?.section), { entry: [{ reference: "Observation/w" }] }],
    };
    const run = takeRun(
      [pointing as FhirResource, ...given.slice(1), weight].map((resource) => ({ resource })),
    );
    partNamed("reports").fhir.take(pointing as FhirResource, run.context);
    expect([...run.absorbed].map(({ id }) => id)).toEqual(given.slice(1).map(({ id }) => id));
  });

  test("a Condition is a legal situation, a DSM classification, or else a problem", () => {
    const condition = (change: object) => ({ resourceType: "Condition", ...change });
    const legal = { category: [{ coding: [{ system: "http://snomed.info/sct", code: "303186005" }] }] };
    expect(takenBy(condition(legal))?.slug).toBe("legal-status");
    const dsm = { code: { coding: [{ system: "urn:oid:dsm-5", code: "F33.1", display: "Depressie" }] } };
    expect(takenBy(condition(dsm))).toMatchObject({
      slug: "dsm",
      draft: { code: "F33.1", edition: "dsm-5" },
    });
    expect(takenBy(condition({ category: [{ text: "DSM-IV" }] }))).toMatchObject({
      draft: { edition: "dsm-iv" },
    });
    expect(takenBy(condition({ code: { text: "Hoest" } }))?.slug).toBe("problems");
    expect(takenBy(condition({}))?.slug).toBe("problems");
    const { context } = takeRun([]);
    for (const [change, slug] of [
      [legal, "legal-status"],
      [dsm, "dsm"],
      [{}, "problems"],
    ] as const) {
      const takers = ["problems", "dsm", "legal-status"].filter(
        (each) => partNamed(each).fhir.take(condition(change), context) !== null,
      );
      expect(takers, "whatever the order of the registry").toEqual([slug]);
    }
  });

  test("only a freedom restricting intervention is a restraint, other procedures stay unmapped", () => {
    const procedure = {
      resourceType: "Procedure",
      code: { coding: [{ system: "http://snomed.info/sct", code: "225309002" }] },
    };
    expect(takenBy(procedure)).toBeUndefined();
    const profile = ["http://nictiz.nl/fhir/StructureDefinition/nl-core-FreedomRestrictingIntervention"];
    expect(takenBy({ ...procedure, meta: { profile } })).toMatchObject({
      slug: "restraints",
      draft: { kind: "supervision" },
    });
  });

  test("a goal is carried by the plan that names it, and else a plan of its own", () => {
    const goal = { resourceType: "Goal", id: "g", lifecycleStatus: "active", description: { text: "Lopen" } };
    const plan = {
      resourceType: "CarePlan",
      id: "p",
      title: "Plan",
      status: "active",
      goal: [{ reference: "Goal/g" }],
    };
    const both = takeAll([{ resource: plan }, { resource: goal }]);
    expect(both.taken).toMatchObject([
      { slug: "care-plans", draft: { title: "Plan", goals: [{ goal: "Lopen" }] } },
    ]);
    expect([...both.absorbed]).toEqual([goal]);
    expect(takeAll([{ resource: goal }, { resource: plan }]).taken).toMatchObject([
      { resource: { id: "p" } },
    ]);
    expect(takenBy(goal)).toMatchObject({
      slug: "care-plans",
      draft: { title: "Behandeldoel", goals: [{ goal: "Lopen" }] },
    });
  });

  test("a restricted report stays hidden and an unknown expertise stays binding", () => {
    expect(
      takenBy({ resourceType: "Composition", confidentiality: "V", text: { div: "<div>x</div>" } }),
    ).toMatchObject({
      draft: { hidden: true },
    });
    const url = "https://kroniek.example/fhir/StructureDefinition/expertise";
    const bound = { resourceType: "Condition", extension: [{ url, valueCode: "astrologer" }] };
    expect(takenBy(bound)).toMatchObject({ draft: { expertises: ["astrologer"] } });
  });

  test("scope current leaves the expertises of episodes and problems out, reports keep theirs", () => {
    for (const slug of ["episodes", "problems", "reports"]) {
      const part = partNamed(slug);
      const [bound] = rowsOf(part).filter(({ expertises }) => (expertises as string[]).length > 0);
      const given = JSON.stringify(part.fhir.give(bound as AnyRow, { patient: PATIENT, scope: "current" }));
      expect(given.includes("StructureDefinition/expertise")).toBe(slug === "reports");
    }
  });
});

const nictiz = sharedFiles("nictiz-zib2020", ".xml");
const synthea = sharedFiles("synthea", ".json");
const why = "(needs the shared test data: set KRONIEK_SHARED)";

async function load(files: string[]) {
  const read: { resource: FhirResource; fullUrl?: string; file: string }[] = [];
  for await (const item of readFiles(files)) if (item.kind === "resource") read.push(item);
  return read;
}

describe.skipIf(nictiz.length === 0)(`the Dutch zib examples ${why}`, () => {
  const loading = load(nictiz).then((read) => ({ read, ...takeAll(read) }));
  const where = async () => {
    const { read, taken, absorbed } = await loading;
    return (name: string) => {
      const { resource } = read.find(({ file }) => basename(file, ".xml") === `nl-core-${name}`) ?? {};
      if (resource === undefined) throw new Error(`no example ${name}`);
      const found = taken.find((entry) => entry.resource === resource);
      return found ?? { slug: absorbed.has(resource) ? "absorbed" : "unmapped", draft: {} };
    };
  };

  test.each([
    ["SOAPReport-01", "reports"],
    ["SOAPReport.SOAPLine-01", "absorbed"],
    ["SOAPReport.SOAPLine-04", "absorbed"],
    ["HelpFromOthers-01", "care-plans"],
    ["TreatmentObjective-01", "care-plans"],
    ["EpisodeOfCare-04", "episodes"],
    ["EpisodeOfCare-02-Condition-01", "problems"],
    ["Problem-01", "problems"],
    ["Wound-01", "problems"],
    ["LegalSituation-LegalStatus-01", "legal-status"],
    ["LegalSituation-Representation-02", "legal-status"],
    ["FreedomRestrictingIntervention-01-Condition-01", "legal-status"],
    ["FreedomRestrictingIntervention-01", "restraints"],
    ["Procedure-event-01", "unmapped"],
    ["TextResult-01-Procedure-01", "unmapped"],
    ["AllergyIntolerance-01", "allergies"],
  ])("%s → %s", async (name, slug) => {
    expect((await where())(name).slug).toBe(slug);
  });

  test("hand-checked: what the Dutch profiles say arrives", async () => {
    const of = await where();
    expect(of("SOAPReport-01").draft).toMatchObject({
      title: "Geneesmiddelbijwerking",
      subjective: expect.stringMatching(/^Sinds 2 maanden hoesten\..*\[ICPC R05 Hoesten\]$/),
      plan: "Overzetten van enalapril naar telmisartan. Evaluatie over 2 weken.",
      text: null,
      recordedBy: "H.A. Janszens",
    });
    expect(of("EpisodeOfCare-04").draft).toMatchObject({
      name: "slecht instelbaar DM, cave hypo's",
      status: "finished",
      icpc: "T90.02",
      endedOn: "2015-04-05",
      note: "niet te strak instellen op insuline",
    });
    expect(of("Problem-01").draft).toMatchObject({
      name: "Oedeem (Nog meer specificatie nodig)",
      kind: "complaint",
      status: "inactive",
      endedOn: "2021-01-01",
    });
    expect(of("PressureUlcer-01").draft).toMatchObject({ kind: "skin", bodySite: "hiel, links" });
    expect(of("LegalSituation-LegalStatus-01").draft).toMatchObject({
      kind: "OTS",
      law: "youth",
      status: "ended",
    });
    expect(of("FreedomRestrictingIntervention-01").draft).toMatchObject({
      kind: "fixation",
      assents: ["client"],
      capable: false,
      capableNote: "Wilsonbekwaam t.a.v. geldzaken.",
      legalGround: "Voogdij",
      endedOn: "2019-05-05",
    });
    expect(of("HelpFromOthers-01").draft).toMatchObject({
      actions: [{ action: "Boodschappen doen – ondersteuning voor verzorger", frequency: "1 keer per week" }],
    });
  });

  test("SOAP lines are no measurements, whichever comes first", async () => {
    const { read } = await loading;
    const { taken } = takeAll([...read].reverse());
    expect(taken.filter(({ resource }) => resource.id?.includes("SOAPLine"))).toEqual([]);
  });
});

describe.skipIf(synthea.length === 0)(`the Synthea patients ${why}`, () => {
  test("every plan, condition and goal lands, procedures stay unmapped", async () => {
    const { taken, absorbed } = takeAll(await load(synthea));
    const count = (slug: string) => taken.filter((entry) => entry.slug === slug).length;
    expect({
      plans: count("care-plans"),
      problems: count("problems"),
      restraints: count("restraints"),
    }).toEqual({
      plans: 18,
      problems: 40,
      restraints: 0,
    });
    expect([...absorbed].filter(({ resourceType }) => resourceType === "Goal")).toHaveLength(13);
    expect(taken.find(({ draft }) => draft.name === "Hypertension")?.draft).toMatchObject({
      status: "active",
      startedOn: "1934-01-13",
      codeSystem: "snomed",
      code: "38341003",
    });
  });
});
