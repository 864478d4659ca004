import type { DrawnBand } from "./course-shape";

/** How lines look, in their order: by colour and by dashes. */
export const strokes = [
  { stroke: "var(--chart-1)", strokeDasharray: undefined },
  { stroke: "var(--chart-3)", strokeDasharray: "7 4" },
] as const;

/** How a band is filled: hatched where it asks for attention, else tinted or bare in turn. */
export function bandFill({ attention }: DrawnBand, index: number, hatches: string): string {
  if (attention) return `url(#${hatches}-${attention})`;
  return index % 2 === 0 ? "var(--chart-band)" : "var(--surface)";
}

/** The hatches of bands that ask for attention, in a drawing's `<defs>`: the closer the lines, the more. */
export function Hatches({ id }: { id: string }) {
  return (
    <>
      <Hatch id={`${id}-warning`} line="var(--warning-border)" ground="var(--warning-bg)" width={9} />
      <Hatch id={`${id}-danger`} line="var(--danger-border)" ground="var(--danger-bg)" width={5} />
    </>
  );
}

type HatchProps = { id: string; line: string; ground: string; width: number };

/** Slanted lines on a ground. */
function Hatch({ id, line, ground, width }: HatchProps) {
  return (
    <pattern id={id} width={width} height={width} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={width} height={width} fill={ground} />
      <line x1="0" y1="0" x2="0" y2={width} stroke={line} strokeWidth="1.5" />
    </pattern>
  );
}
