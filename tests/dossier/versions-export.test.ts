import { beforeAll, expect, test } from "vitest";
import { parts } from "@/server/dossier/registry";
import { CLIENTS } from "../access/people";
import { type BuiltExport, built } from "../export/built";
import { readXlsx } from "../export/xlsx-reader";
import { addOne, CLIENT, writingWorld } from "./writing";

const client = { id: "client-own", number: CLIENTS.own };
const clientId = CLIENT;
let complete: BuiltExport;
let current: BuiltExport;
const ids = new Map<string, string>();

/** The rows of a sheet under its head, as head → text. */
function sheetOf(made: BuiltExport, name: string): Record<string, string>[] {
  const sheet = readXlsx(made.named("dossier.xlsx").content).find((each) => each.name === name);
  const [head, ...rows] = [...(sheet?.rows.values() ?? [])];
  return rows.map((row) =>
    Object.fromEntries(
      [...row].map(([column, { value }]) => [String(head?.get(column)?.value), String(value)]),
    ),
  );
}

beforeAll(async () => {
  const { world, api } = await writingWorld(true);
  for (const { slug } of parts) {
    const { id } = await addOne(api, slug);
    ids.set(slug, id);
    const field = slug === "life-story" ? "introduction" : slug === "reports" ? "text" : "note";
    const aim = { clientId, part: slug, entryId: id };
    await api.entries.correct({
      ...aim,
      version: 1,
      values: { [field]: `Eerst ${slug}` },
      reason: "Aanvulling",
    });
    world.clock.advance(60_000);
    await api.entries.correct({ ...aim, version: 2, values: { [field]: `Daarna ${slug}` } });
    await api.entries.archive({ ...aim, version: 3, reason: `Reden ${slug}` });
  }
  await addOne(api, "allergies", { substance: "Pinda" });
  complete = await built(world, client);
  current = await built(world, client, "current");
  return () => world.close();
});

test.each(parts.map((part) => [part.slug as string, part.label] as const))(
  "each earlier version in %s is in the complete export, whole, with who, when, what and why",
  (slug, label) => {
    const rows = sheetOf(complete, "Versies").filter((row) => row.Kenmerk === ids.get(slug));
    expect(rows.map((row) => row.Onderdeel)).toEqual([label, label, label]);
    expect(rows.map((row) => row["Wat er daarna gebeurde"])).toEqual([
      "Gecorrigeerd",
      "Gecorrigeerd",
      "Gearchiveerd",
    ]);
    expect(rows.map((row) => row.Versie)).toEqual(["1", "2", "3"]);
    expect(rows[0]?.Reden).toBe("Aanvulling");
    expect(rows[2]?.Reden).toBe(`Reden ${slug}`);
    expect(rows[0]?.["Wat er stond"]).not.toContain("Eerst");
    expect(rows[1]?.["Wat er stond"]).toContain(`Eerst ${slug}`);
    expect(rows[2]?.["Wat er stond"]).toContain(`Daarna ${slug}`);
    for (const row of rows)
      expect([row["Vastgelegd door"], row.Door]).toEqual([
        "Schrijver, verzorgende",
        "Schrijver, verzorgende",
      ]);
  },
);

test("an archived entry stays in its sheet, marked, and in FHIR as entered in error with its version", () => {
  for (const { slug, label } of parts) {
    const rows = sheetOf(complete, label).filter((row) => row["Reden van archiveren"] === `Reden ${slug}`);
    expect(rows, slug).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      "Versie van vastlegging": "4",
      "Gearchiveerd door": "Schrijver, verzorgende",
    });
  }
  const bundle = JSON.parse(complete.named("fhir/bundle.json").content.toString()) as {
    entry: { resource: { id: string; meta?: { versionId?: string } } }[];
  };
  for (const id of ids.values()) {
    const carrier = bundle.entry.find(({ resource }) => resource.id === id)?.resource;
    expect(carrier?.meta?.versionId).toBe("4");
    expect(JSON.stringify(carrier)).toContain("entered-in-error");
  }
});

test("an Actueel dossier says that it has no earlier versions, and of current parts nothing archived", () => {
  expect(readXlsx(current.named("dossier.xlsx").content).map(({ name }) => name)).not.toContain("Versies");
  const why = sheetOf(current, "Toelichting").find((row) => row.Onderwerp === "Niet opgenomen: Versies");
  expect(why?.Toelichting).toContain("Volledig dossier");
  expect(current.manifest.omitted.map(({ part }) => part)).toContain("versions");
  expect(current.named("LEESMIJ.html").content.toString()).toContain("Eerdere versies");
  expect(sheetOf(current, "Allergieën").map((row) => row.Stof)).toEqual(["Pinda"]);
  expect(sheetOf(complete, "Allergieën")).toHaveLength(2);
});
