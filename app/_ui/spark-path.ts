const width = 120;
const height = 24;
const edge = 3;

/**
 * Places values evenly from left to right in a box of 120 × 24, highest on top, with room for the end dot.
 * Undefined for fewer than two values: a direction needs two.
 */
export function sparkPath(values: number[], band?: { low: number; high: number }) {
  if (values.length < 2) return undefined;
  const all = band ? [...values, band.low, band.high] : values;
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const y = (value: number) => round(height - edge - ((value - low) / span) * (height - 2 * edge));
  const points = values.map((value, index) => ({
    x: round(edge + (index / (values.length - 1)) * (width - 2 * edge)),
    y: y(value),
  }));
  const end = points[points.length - 1] ?? { x: 0, y: 0 };
  return {
    path: points.map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y}`).join(" "),
    end,
    band: band && { y: y(band.high), height: round(y(band.low) - y(band.high)) },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
