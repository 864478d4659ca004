/** A run of words that two texts share, or that only one of them has. */
export type DiffPiece = { kind: "same" | "removed" | "added"; text: string };

/** Beyond so many words on one side texts are compared line by line: the table of a comparison grows as their product. */
const MOST_WORDS = 1500;
/** Beyond so many lines as well, the middle that differs is told as a whole. */
const MOST_CELLS = 4_000_000;

/**
 * What changed from one text to another, word by word, spaces kept: the pieces that are `same` or `removed` make
 * `before`, those that are `same` or `added` make `after`.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const [a, b] = [words(before), words(after)];
  return a.length + b.length <= MOST_WORDS * 2 ? compare(a, b) : compare(lines(before), lines(after));
}

function compare(before: readonly string[], after: readonly string[]): DiffPiece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const pieces: DiffPiece[] = [];
  const put = (kind: DiffPiece["kind"], text: string) => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  put("same", before.slice(0, start).join(""));
  middle(before.slice(start, before.length - end), after.slice(start, after.length - end), put);
  put("same", before.slice(before.length - end).join(""));
  return pieces;
}

/** The longest common row of words, by the textbook table; too large a middle is removed and added whole. */
function middle(
  a: readonly string[],
  b: readonly string[],
  put: (kind: DiffPiece["kind"], text: string) => void,
): void {
  if (a.length * b.length > MOST_CELLS) {
    put("removed", a.join(""));
    put("added", b.join(""));
    return;
  }
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put("same", a[i] ?? "");
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      put("removed", a[i] ?? "");
      i += 1;
    } else {
      put("added", b[j] ?? "");
      j += 1;
    }
  }
}
