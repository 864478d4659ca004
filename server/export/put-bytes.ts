/** Copies a piece to `block` at `at`; returns the end. For short pieces a loop is faster than `set`. */
export function put(block: Uint8Array, at: number, piece: Uint8Array): number {
  if (piece.length > 12) block.set(piece, at);
  else for (let i = 0; i < piece.length; i++) block[at + i] = piece[i] ?? 0;
  return at + piece.length;
}

/** Writes a whole number from 0 to 2³¹ − 1 in decimal digits, at least `width` of them; returns the end. */
export function putInteger(block: Uint8Array, at: number, value: number, width = 1): number {
  let left = value | 0;
  let count = 1;
  for (let power = 10; count < 10 && left >= power; power *= 10) count++;
  if (count < width) count = width;
  for (let i = at + count - 1; i >= at; i--) {
    const rest = (left / 10) | 0;
    block[i] = 0x30 + left - rest * 10;
    left = rest;
  }
  return at + count;
}

/** Writes a finite number as String does; returns the end. */
export function putNumber(block: Uint8Array, at: number, value: number): number {
  if (value >= 0 && value <= 0x7fffffff && (value | 0) === value) return putInteger(block, at, value);
  const text = String(value);
  for (let i = 0; i < text.length; i++) block[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** Writes a positive number with nine decimals at most (spreadsheet serials are kept to those); returns the end. */
export function putSerial(block: Uint8Array, at: number, value: number): number {
  const whole = Math.floor(value);
  let end = putInteger(block, at, whole);
  const fraction = Math.round((value - whole) * 1e9);
  if (fraction === 0) return end;
  block[end++] = 0x2e;
  end = putInteger(block, end, fraction, 9);
  while (block[end - 1] === 0x30) end--;
  return end;
}
