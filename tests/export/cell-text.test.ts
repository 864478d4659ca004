import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import {
  BYTES_PER_UNIT,
  cleanText,
  escapeLiterals,
  looksLikeFormula,
  writeText,
} from "@/server/export/cell-text";
import { anyText, xmlOnly } from "./odd-text";

function parsed(xml: string): string {
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.write(`<t>${xml}</t>`).close();
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function written(text: string, literalsEscaped = false): string | undefined {
  const block = new Uint8Array(text.length * BYTES_PER_UNIT);
  const end = writeText(block, 0, text, literalsEscaped);
  return end < 0 ? undefined : Buffer.from(block.subarray(0, end)).toString();
}

describe("cell text", () => {
  it("removes exactly what XML 1.0 does not call a character", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(text)).toBe(xmlOnly(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes back from a strict parser as it was, once cleaned and escaped", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(parsed(written(escapeLiterals(clean), true) ?? "broken")).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is written at once only when nothing had to be cleaned or escaped", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const direct = written(text);
        if (direct === undefined) expect(cleanText(text) !== text || text.includes("_x")).toBe(true);
        else expect(parsed(direct)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(["=1", "+1", "-1", "@a", "\ta", "\ra"])("knows %j for something like a formula", (text) => {
    expect(looksLikeFormula(text)).toBe(true);
    expect(looksLikeFormula(`a${text}`)).toBe(false);
  });
});
