/** What is compared of two people. */
export interface Person {
  lastName: string;
  partnerLastName: string | null;
  /** `YYYY-MM-DD` or less precise */
  birthDate: string | null;
}

/** A name without accents, case, signs and spaces, so that "De Wit" and "de wit" are one. */
function bare(name: string | null): string {
  return (name ?? "")
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/**
 * Whether two people may be one: the same birth date, and a last name (own or partner's) in common. Simple on purpose;
 * merging has a scored comparison.
 */
export function looksLike(a: Person, b: Person): boolean {
  if (a.birthDate === null || a.birthDate !== b.birthDate) return false;
  const names = [a.lastName, a.partnerLastName].map(bare).filter(Boolean);
  return [b.lastName, b.partnerLastName].some((name) => names.includes(bare(name)));
}
