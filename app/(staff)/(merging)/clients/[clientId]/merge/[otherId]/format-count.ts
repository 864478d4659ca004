const counts = new Intl.NumberFormat("nl-NL");

/** A count with a point between thousands. */
export function formatCount(count: number): string {
  return counts.format(count);
}
