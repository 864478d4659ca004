/** Letters that two texts have at about the same place, and how many of those are out of order. */
function common(a: string, b: string): { same: number; swapped: number } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const inA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const until = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= until; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      inA.push(a[i] ?? "");
      break;
    }
  }
  const inB = [...b].filter((_, j) => taken[j]);
  return { same: inA.length, swapped: inA.filter((letter, i) => letter !== inB[i]).length / 2 };
}

/**
 * How alike two names are by Jaro–Winkler: 1 the same, 0 nothing in common; a shared beginning counts extra
 * (Winkler 1990, at most four letters, factor 0.1).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === "" ? 0 : 1;
  const { same, swapped } = common(a, b);
  if (same === 0) return 0;
  const jaro = (same / a.length + same / b.length + (same - swapped) / same) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Whether two texts differ by one slip of the pen: a letter too many, too few, another, or two that changed places. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
