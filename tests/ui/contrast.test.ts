import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/_ui/tokens.css", "utf8");
const tones = ["success", "warning", "danger", "info", "private", "neutral"];
const surfaces = ["canvas", "surface", "surface-sunken", "surface-raised", "surface-hover"].concat([
  "surface-selected",
  "surface-changed",
]);

/** Colour values of one theme, by token name. */
function theme(side: "light" | "dark"): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map((pair) => [pair[1] ?? "", (side === "light" ? pair[2] : pair[3]) ?? ""]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Every pair that may meet: text on a surface 4.5, edges, icons and lines 3. */
function pairs(): [string, string, number][] {
  const text = ["text", "text-muted", "text-link", ...tones.map((tone) => `${tone}-text`)];
  const drawn = ["border-strong", "accent", ...tones];
  return [
    ...surfaces.flatMap((on) => text.map((of): [string, string, number] => [of, on, 4.5])),
    ...surfaces.flatMap((on) => drawn.map((of): [string, string, number] => [of, on, 3])),
    ...["chrome", "chrome-hover", "chrome-selected"].flatMap((on): [string, string, number][] => [
      ["text-on-chrome", on, 4.5],
      ["text-on-chrome-muted", on, 4.5],
      ["focus-halo", on, 3],
    ]),
    ...["accent", "accent-hover", "accent-active"].map((on): [string, string, number] => [
      "on-accent",
      on,
      4.5,
    ]),
    ...["danger", "danger-hover"].map((on): [string, string, number] => ["on-danger", on, 4.5]),
    ["on-accent-subtle", "accent-subtle", 4.5],
    ["on-accent-subtle", "canvas", 4.5],
    ["on-accent-subtle", "surface", 4.5],
    ...tones.flatMap((tone): [string, string, number][] => [
      [`${tone}-text`, `${tone}-bg`, 4.5],
      ["text", `${tone}-bg`, 4.5],
      ["text-muted", `${tone}-bg`, 4.5],
      ["text-link", `${tone}-bg`, 4.5],
      [tone, `${tone}-bg`, 3],
    ]),
    ["frame-text", "frame-bg", 4.5],
    ["text-link", "frame-bg", 4.5],
    ["on-frame-head", "frame-head", 4.5],
    ["focus-ink", "focus-halo", 3],
  ];
}

describe.each(["light", "dark"] as const)("colours, %s", (side) => {
  const colours = theme(side);

  it("lets every text be read at 4.5 to 1 and every edge, icon and line be seen at 3 to 1", () => {
    const weak = pairs().filter(([of, on, least]) => {
      const [front, back] = [colours.get(of), colours.get(on)];
      return !front || !back || contrast(front, back) < least;
    });
    expect(weak).toEqual([]);
  });

  it("would notice a pair that is too weak", () => {
    expect(contrast(colours.get("border") ?? "", colours.get("surface") ?? "")).toBeLessThan(3);
  });
});
