import { describe, expect, test } from "vitest";
import { READ_LIMITS } from "@/server/interchange/read/item";
import { outcomes, readAll } from "./read";

const patient = (inner: string) => `<Patient xmlns="http://hl7.org/fhir">${inner}</Patient>`;
const bundle = (...resources: string[]) =>
  `<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>${resources
    .map((resource) => `<entry>${resource}</entry>`)
    .join("")}</Bundle>`;
const entry = (id: string) => `<resource><Patient><id value="${id}"/></Patient></resource>`;

describe("FHIR XML becomes FHIR JSON", () => {
  test("lists where R4 repeats, single values where it does not, by context", async () => {
    const xml = patient(`<identifier><value value="1"/></identifier>
      <name><family value="Jansen"/><given value="Jo"/></name>
      <contact><name><family value="P"/></name><address><line value="Dorp 1"/></address></contact>`);
    expect(await outcomes(xml)).toEqual([
      {
        resourceType: "Patient",
        identifier: [{ value: "1" }],
        name: [{ family: "Jansen", given: ["Jo"] }],
        contact: [{ name: { family: "P" }, address: { line: ["Dorp 1"] } }],
      },
    ]);
  });

  test("numbers and booleans by what the element is, not by what the text looks like", async () => {
    const xml = `<Observation xmlns="http://hl7.org/fhir"><identifier><value value="12"/></identifier>
      <code><coding><code value="8302"/><userSelected value="true"/></coding></code>
      <valueQuantity><value value="1.00"/><code value="1"/></valueQuantity>
      <component><valueInteger value="3"/></component><component><valueString value="4"/></component></Observation>`;
    const [item] = await readAll(xml);
    expect(item).toMatchObject({
      resource: {
        identifier: [{ value: "12" }],
        code: { coding: [{ code: "8302", userSelected: true }] },
        valueQuantity: { value: 1, code: "1" },
        component: [{ valueInteger: 3 }, { valueString: "4" }],
      },
    });
    expect(item?.kind === "resource" && item.json).toContain('"value":1.00,');
  });

  test("a value that is not the number it should be stays as text", async () => {
    const xml = `<Observation xmlns="http://hl7.org/fhir"><valueInteger value="007"/></Observation>`;
    expect(await outcomes(xml)).toEqual([{ resourceType: "Observation", valueInteger: "007" }]);
  });

  test("extensions of primitives stand beside them, aligned, also without a value", async () => {
    const extension = `<extension url="urn:x"><valueCode value="BR"/></extension>`;
    const xml = patient(`<name id="n"><given value="A"/><given value="B">${extension}</given></name>
      <birthDate>${extension}</birthDate><maritalStatus>${extension}</maritalStatus>`);
    const x = { extension: [{ url: "urn:x", valueCode: "BR" }] };
    expect(await outcomes(xml)).toEqual([
      {
        resourceType: "Patient",
        name: [{ id: "n", given: ["A", "B"], _given: [null, x] }],
        _birthDate: x,
        maritalStatus: x,
      },
    ]);
  });

  test("narrative is kept as text, comments and instructions are left out", async () => {
    const xml = `<?xml version="1.0"?><?style x?><!-- c -->${patient(`<!-- c --><text><status value="generated"/>
      <div xmlns="http://www.w3.org/1999/xhtml" xmlns:z="urn:z"><!-- c --><p class="a&quot;b">1 &lt; 2 &amp; 3<br/></p>
      <script>alert(1)</script></div></text>`)}`;
    const [item] = await outcomes(xml);
    expect((item as { text: { div: string } }).text.div.replace(/\s+</g, "<")).toBe(
      '<div xmlns="http://www.w3.org/1999/xhtml"><p class="a&quot;b">1 &lt; 2 &amp; 3<br/></p>' +
        "<script>alert(1)</script></div>",
    );
  });

  test("contained resources and resources inside Parameters", async () => {
    const inner = `<Organization><id value="o"/></Organization>`;
    expect(await outcomes(patient(`<contained>${inner}</contained><contained>${inner}</contained>`))).toEqual(
      [
        {
          resourceType: "Patient",
          contained: [
            { resourceType: "Organization", id: "o" },
            { resourceType: "Organization", id: "o" },
          ],
        },
      ],
    );
    const parameters = `<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="p"/>
      <resource>${inner}</resource></parameter></Parameters>`;
    expect(await outcomes(parameters)).toEqual([
      {
        resourceType: "Parameters",
        parameter: [{ name: "p", resource: { resourceType: "Organization", id: "o" } }],
      },
    ]);
  });

  test("Bundles entry by entry, nested ones too, with full URLs; entries without resource are counted", async () => {
    const xml = bundle(
      `<fullUrl value="urn:uuid:1"/>${entry("a")}`,
      `<request><method value="DELETE"/></request>`,
      `<resource>${bundle(entry("b"), entry("c"))}</resource>`,
    );
    const items = await readAll(xml);
    expect(
      items.map((item) => [item.kind, item.at.entry, item.kind === "resource" && item.resource.id]),
    ).toEqual([
      ["resource", "0", "a"],
      ["skipped", "1", false],
      ["resource", "2.0", "b"],
      ["resource", "2.1", "c"],
    ]);
    expect(items[0]).toMatchObject({ fullUrl: "urn:uuid:1" });
  });
});

describe("what is not safe or not FHIR is refused, and the rest is read", () => {
  test.each([
    ["a document type", `<!DOCTYPE Patient SYSTEM "file:///etc/passwd">${patient("")}`, "document-type"],
    ["entities", `<!DOCTYPE x [<!ENTITY a "b">]>${patient('<language value="&a;"/>')}`, "document-type"],
    ["an undeclared entity", patient('<language value="&nbsp;"/>'), "document-type"],
    ["another namespace", `<Patient xmlns="urn:hl7-org:v3"/>`, "not-fhir"],
    ["no namespace", "<Patient/>", "not-fhir"],
    ["an unknown type", `<Patiënt xmlns="http://hl7.org/fhir"/>`, "unknown-resource-type"],
    ["text outside attributes", patient("<gender>male</gender>"), "not-fhir"],
    ["a foreign attribute", patient('<gender value="male" onload="x"/>'), "not-fhir"],
    ["a foreign element", patient('<x xmlns="urn:y"/>'), "not-fhir"],
    ["an element named resourceType", patient('<resourceType value="Organization"/>'), "not-fhir"],
    ["an element named __proto__", patient('<__proto__ value="x"/>'), "not-fhir"],
    ["a resource where none belongs", patient("<gender><Organization/></gender>"), "not-fhir"],
    [
      "a resource and something else in one place",
      `<Parameters xmlns="http://hl7.org/fhir"><parameter><resource><Patient/><id value="x"/></resource></parameter></Parameters>`,
      "not-fhir",
    ],
    ["not well-formed", patient("<name>"), "broken-xml"],
    ["a second root", `${patient("")}${patient("")}`, "broken-xml"],
    ["two equal attributes", patient('<gender value="a" value="b"/>'), "broken-xml"],
  ])("%s", async (_, xml, reason) => {
    const refusals = (await readAll(xml)).filter((item) => item.kind === "refused");
    expect(refusals.map((item) => item.reason)).toEqual([reason]);
  });

  test("one bad entry costs only itself", async () => {
    const xml = bundle(
      entry("a"),
      "<resource><Patient><gender>x</gender></Patient></resource>",
      "<resource><Nothing/></resource>",
      entry("b"),
    );
    expect(await outcomes(xml)).toEqual([
      { resourceType: "Patient", id: "a" },
      ["not-fhir", { entry: "1" }],
      ["unknown-resource-type", { entry: "2" }],
      { resourceType: "Patient", id: "b" },
    ]);
  });

  test("a file that breaks off keeps what was complete", async () => {
    const xml = bundle(entry("a"), entry("b"), entry("c")).slice(0, -40);
    expect(await outcomes(xml)).toEqual([
      { resourceType: "Patient", id: "a" },
      { resourceType: "Patient", id: "b" },
      ["broken-xml", { entry: "2", line: 1 }],
    ]);
  });

  test("nesting and size are capped per resource", async () => {
    const limits = { ...READ_LIMITS, depth: 8, resourceBytes: 2000 };
    const deep = `<resource><Patient>${"<extension>".repeat(9)}${"</extension>".repeat(9)}</Patient></resource>`;
    const many = `<resource><Patient>${'<name><text value="x"/></name>'.repeat(100)}</Patient></resource>`;
    expect(await outcomes(bundle(deep, entry("a"), many, entry("b")), { limits })).toEqual([
      ["too-deep", { entry: "0" }],
      { resourceType: "Patient", id: "a" },
      ["too-large", { entry: "2" }],
      { resourceType: "Patient", id: "b" },
    ]);
    const narrative = `<text><div xmlns="http://www.w3.org/1999/xhtml">${"<i>".repeat(9)}${"</i>".repeat(9)}</div></text>`;
    expect(await outcomes(patient(narrative), { limits })).toEqual([["too-deep", {}]]);
    const endless = patient(`<language value="${"x".repeat(9000)}"/>`);
    expect(await outcomes(endless, { limits })).toEqual([["too-large", { line: 1 }]]);
  });

  test("a bomb of a hundred thousand levels ends the file without harm", async () => {
    const bomb = patient("<extension>".repeat(100_000));
    expect(await outcomes(bomb, { chunk: 65_536 })).toEqual([["too-deep", { line: 1 }]]);
  });
});
