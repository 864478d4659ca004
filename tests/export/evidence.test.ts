import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { activeIn, differenceOf } from "@/scripts/evidence/export/counts";
import { expiredOnDisk, findBytes } from "@/scripts/evidence/export/shredded";
import { mismatchesOf } from "@/scripts/evidence/export/strings";
import { exportPath } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import { zipInMemory } from "./collect";
import { makeHouse, readyExport } from "./house";

describe("the proof of the export can fail:", () => {
  test("one changed, one missing or one extra text is a mismatch each", () => {
    expect(mismatchesOf(["een", "twee\u0001"], ["een", "twee"])).toBe(0);
    expect(mismatchesOf(["een", "twee"], ["een", "Twee"])).toBe(1);
    expect(mismatchesOf(["een"], [])).toBeGreaterThan(0);
    expect(mismatchesOf(["een"], ["een", "twee"])).toBe(1);
  });

  test("a row too few in one part is not made up for by one too many in another", () => {
    const stored = new Map([
      ["Rapportages", 3],
      ["Doelen", 2],
    ]);
    expect(differenceOf(stored, new Map(stored))).toBe(0);
    expect(
      differenceOf(
        stored,
        new Map([
          ["Rapportages", 2],
          ["Doelen", 3],
        ]),
      ),
    ).toBe(2);
    expect(differenceOf(stored, new Map([["Rapportages", 3]]))).toBe(2);
  });

  test("a formula and a link in a workbook are found", async () => {
    const planted = async (sheet: string, rels: string) => {
      const { zip, bytes } = zipInMemory();
      await zip.add("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${sheet}</sheetData></worksheet>`);
      await zip.add("xl/worksheets/_rels/sheet1.xml.rels", `<Relationships>${rels}</Relationships>`);
      await zip.close();
      return activeIn(bytes());
    };
    const link = '<Relationship Type="http://schemas.openxmlformats.org/…/relationships/hyperlink"/>';
    const text = '<c t="inlineStr"><is><t>=f(x) &lt;f></t></is></c>';
    expect(await planted(text, "")).toEqual({ formulas: 0, hyperlinks: 0 });
    expect(await planted("<c><f>1+1</f><v>2</v></c>", link)).toEqual({ formulas: 1, hyperlinks: 1 });
    expect(await planted('<hyperlink ref="A1"/>', "")).toEqual({ formulas: 0, hyperlinks: 1 });
  });

  test("bytes of a key in any file under the data folder are found, but not in the installation's own keys", async () => {
    const { world } = await makeHouse();
    const { dataDir } = world.env;
    const trace = Buffer.from("sleutelbytes");
    expect(findBytes(dataDir, [trace])).toBe(0);
    writeFileSync(join(dataDir, "keys", "other"), trace);
    expect(findBytes(dataDir, [trace])).toBe(0);
    mkdirSync(join(dataDir, "deep", "er"), { recursive: true });
    writeFileSync(join(dataDir, "deep", "er", "file"), Buffer.concat([Buffer.from("ervoor"), trace]));
    expect(findBytes(dataDir, [trace])).toBe(1);
  });

  test("an export file whose day is over, or that nobody owns, counts as expired on disk", async () => {
    const house = await makeHouse();
    const id = await readyExport(house);
    expect(await expiredOnDisk(house.world)).toEqual([]);
    house.world.clock.advance(KEPT_MS);
    expect(await expiredOnDisk(house.world)).toEqual([`${id}.sealed`]);
    house.world.clock.advance(-KEPT_MS);
    writeFileSync(exportPath(house.world.env.dataDir, "stray"), "x");
    expect(await expiredOnDisk(house.world)).toEqual(["stray.sealed"]);
  });
});
