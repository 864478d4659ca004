import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffPiece, wordDiff } from "@/app/_ui/word-diff";

const side = (pieces: DiffPiece[], other: DiffPiece["kind"]) =>
  pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join("");

describe("what changed between two texts", () => {
  it("is told in whole words", () => {
    expect(wordDiff("Rode huid en niezen", "Rode ogen en niezen")).toEqual([
      { kind: "same", text: "Rode " },
      { kind: "removed", text: "huid" },
      { kind: "added", text: "ogen" },
      { kind: "same", text: " en niezen" },
    ]);
  });

  it("gives both texts back, letter for letter", () => {
    const text = fc.array(fc.constantFrom("a", "b ", "\n", "  ", "cc", "é"), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before.join(""), after.join(""));
        expect(side(pieces, "added")).toBe(before.join(""));
        expect(side(pieces, "removed")).toBe(after.join(""));
      }),
    );
  });

  it("handles long texts that have nothing in common", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join("\n");
    const pieces = wordDiff(long("a"), long("b"));
    expect(side(pieces, "added")).toBe(long("a"));
    expect(side(pieces, "removed")).toBe(long("b"));
  });
});
