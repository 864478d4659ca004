import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import messages from "@/messages/nl.json";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join("app", path), "utf8") }));

describe("pages and building blocks", () => {
  it("never fetch a page ahead of a click: opening a client's page is an event in the log", () => {
    const direct = sources.filter(
      ({ path, text }) => path !== "_ui/page-link.tsx" && text.includes('"next/link"'),
    );
    expect(direct.map(({ path }) => path)).toEqual([]);
    expect(sources.some(({ path }) => path === "_ui/page-link.tsx")).toBe(true);
  });

  it("use colour roles only, no palette, hex value or dark variant", () => {
    const stray = sources.filter(({ text }) =>
      /className[^>]*(?:#[0-9a-f]{3,6}\b|\bdark:|-(?:gray|slate|zinc)-\d)/.test(text),
    );
    expect(stray.map(({ path }) => path)).toEqual([]);
  });

  it("keep the texts sorted, so that each has one place", () => {
    const spaces: Record<string, object> = messages;
    expect(Object.keys(spaces)).toEqual(Object.keys(spaces).toSorted());
  });
});
