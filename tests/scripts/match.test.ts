import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-match-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as `npm run match` starts it. */
function match(...given: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "./scripts/typescript.mjs", "scripts/match.ts", ...given],
    { encoding: "utf8" },
  );
  return { stdout, stderr, status };
}

describe("npm run match", () => {
  it("measures a list of its own making, with the keys that are promised", () => {
    const list = join(folder, "made.csv");
    expect(match(list, "--make", "500")).toMatchObject({ status: 0, stderr: "" });
    const { stdout, status } = match(list, "--truth", "person", "--json");
    expect(status).toBe(0);
    const measured = JSON.parse(stdout) as Record<string, number>;
    expect(Object.keys(measured)).toEqual(["precision", "recall", "f1", "seconds"]);
    expect(measured.f1).toBeGreaterThan(0.9);
  });

  it("reads somebody else's list: other titles, semicolons, quotes, a byte order mark", () => {
    const list = join(folder, "other.csv");
    writeFileSync(
      list,
      '\uFEFF"rec";surname;given_name;date_of_birth;postcode;street_number\n' +
        'a;"Vries; de";Anna;19500301;1011AA;5\na;de Vries;Anne;1950-03-01;1011 aa;5\nb;Bakker;Jan;19410101;3512AB;9\n',
    );
    const { stdout } = match(list, "--truth", "rec", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ precision: 1, recall: 1 });
  });

  it("says in a line what is missing", () => {
    const list = join(folder, "none.csv");
    writeFileSync(list, "x,y\n1,2\n");
    expect(match(list, "--truth", "z")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no column z/),
    });
    expect(match(list, "--truth", "x").stderr).toMatch(/No column is about a person/);
    expect(match(join(folder, "absent.csv"), "--truth", "x").status).toBe(1);
    expect(match()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Usage/) });
  });
});
