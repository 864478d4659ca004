import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, bsnOf, humanName, telecomOf } from "@/server/dossier/fhir-person";

const STANDARD = "http://hl7.org/fhir/StructureDefinition/";
const qualifier = (code: string) => ({
  extension: [{ url: `${STANDARD}iso21090-EN-qualifier`, valueCode: code }],
});
const nameParts = (parts: Record<string, string>) => ({
  extension: Object.entries(parts).map(([name, valueString]) => ({
    url: `${STANDARD}humanname-${name}`,
    valueString,
  })),
});
const married = nameParts({
  "own-prefix": "van",
  "own-name": "Putten",
  "partner-prefix": "van der",
  "partner-name": "Giessen",
});

describe("names by the Dutch rules", () => {
  test("reads first names, call name, both last names and the stated order", () => {
    const name = humanName([
      {
        use: "official",
        extension: [{ url: `${STANDARD}humanname-assembly-order`, valueCode: "NL3" }],
        text: "Johanna Petronella van der Giessen-van Putten",
        family: "van der Giessen-van Putten",
        _family: married,
        given: ["Johanna", "Petronella"],
        _given: [qualifier("BR"), qualifier("BR")],
        prefix: ["PhD"],
      },
      { use: "usual", given: ["Jo"] },
    ]);
    expect(name).toEqual({
      firstNames: "Johanna Petronella",
      initials: "J.P.",
      callName: "Jo",
      ownPrefix: "van",
      ownName: "Putten",
      partnerPrefix: "van der",
      partnerName: "Giessen",
      order: "partner-own",
      title: "PhD",
      text: "Johanna Petronella van der Giessen-van Putten",
    });
  });

  test("sees the order in the combined family name", () => {
    const order = (family: string) => humanName({ family, _family: married })?.order;
    expect(order("van Putten-van der Giessen")).toBe("own-partner");
    expect(order("van der Giessen-van Putten")).toBe("partner-own");
    expect(order("van der Giessen")).toBe("partner");
    expect(order("van Putten")).toBe("own");
  });

  test("keeps initials and first names apart, given mixed or in two names", () => {
    const mixed = humanName({
      family: "Schemer",
      given: ["Hendrik", "J.", "W."],
      _given: [qualifier("BR"), qualifier("IN"), qualifier("IN")],
    });
    expect(mixed).toMatchObject({ firstNames: "Hendrik", initials: "H.J.W.", text: "Hendrik Schemer" });
    const apart = humanName([
      { family: "Schemer", given: ["Hendrik", "Willem"], _given: [qualifier("BR"), qualifier("BR")] },
      { given: ["H.", "J.", "W."], _given: [qualifier("IN"), qualifier("IN"), qualifier("IN")] },
    ]);
    expect(apart).toMatchObject({ firstNames: "Hendrik Willem", initials: "H.J.W.", ownName: "Schemer" });
  });

  test("splits the prefix off where no extension names it, and falls back on the text", () => {
    expect(humanName({ family: "van der Berg", given: ["A.B."] })).toMatchObject({
      ownPrefix: "van der",
      ownName: "Berg",
      initials: "A.B.",
      firstNames: undefined,
    });
    expect(humanName({ text: "Oma Jansen" })).toMatchObject({ ownName: "Oma Jansen", text: "Oma Jansen" });
    expect(humanName([{ use: "old", family: "Vroeger" }, { family: "Nu" }])?.ownName).toBe("Nu");
    expect(humanName([])).toBeUndefined();
    expect(humanName([{ use: "official" }])).toBeUndefined();
  });
});

describe("addresses, contact points, BSN", () => {
  test("reads street and number from the extensions of the line", () => {
    const part = (name: string, valueString: string) => ({
      url: `${STANDARD}iso21090-ADXP-${name}`,
      valueString,
    });
    const line = [part("streetName", "Simon Smitweg"), part("houseNumber", "1"), part("unitID", "A 2e")];
    expect(
      addressOf([
        {
          line: ["Simon Smitweg 1 A 2e"],
          _line: [{ extension: line }],
          postalCode: "2353 GA",
          city: "Leiderdorp",
        },
      ]),
    ).toMatchObject({
      street: "Simon Smitweg",
      houseNumber: "1",
      houseNumberAddition: "A 2e",
      text: "Simon Smitweg 1 A 2e, 2353 GA Leiderdorp",
    });
  });

  test.each([
    ["Dorpsstraat 12", "Dorpsstraat", "12", undefined],
    ["1e Jacob van Campenstr 15-III", "1e Jacob van Campenstr", "15", "III"],
    ["Plein 1944 7 bis", "Plein 1944", "7", "bis"],
    ["Postbus", "Postbus", undefined, undefined],
  ])("splits the bare line %s", (line, street, houseNumber, houseNumberAddition) => {
    expect(addressOf({ line: [line] })).toMatchObject({ street, houseNumber, houseNumberAddition });
  });

  test("orders contact points by rank and knows mobile phones", () => {
    const mobile = {
      extension: [
        {
          url: "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification",
          valueCodeableConcept: { coding: [{ code: "MC" }] },
        },
      ],
    };
    const points = telecomOf([
      { system: "email", value: "a@b.example" },
      { system: "phone", _system: mobile, value: "+31611234567", rank: 1 },
      { system: "phone" },
    ]);
    expect(points.map((point) => [point.system, point.isMobile])).toEqual([
      ["phone", true],
      ["email", false],
    ]);
  });

  test("finds the BSN, padded, and nothing that is no number", () => {
    const bsn = (value: string) => bsnOf([{ system: "http://fhir.nl/fhir/NamingSystem/bsn", value }]);
    expect(bsn("111222333")).toBe("111222333");
    expect(bsn("12345672")).toBe("012345672");
    expect(bsn("1234")).toBeUndefined();
    expect(bsnOf([{ system: "urn:other", value: "111222333" }])).toBeUndefined();
  });
});

test("no accessor throws on any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const accessor of [humanName, addressOf, telecomOf, bsnOf]) accessor(value);
    }),
  );
});
