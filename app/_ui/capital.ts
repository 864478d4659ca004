/** A word as it begins a label or a sentence: `zorgplan` → `Zorgplan`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
