import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "../core/errors";

const SHORTEST = 12;

/** What people choose when they must have twelve characters, and what is printed on every demo's screen. */
const COMMON = new Set([
  "123456789012",
  "1234567890123",
  "qwertyuiop12",
  "qwertyuiop123",
  "wachtwoord12",
  "wachtwoord123",
  "wachtwoord1234",
  "welkom123456",
  "welkomwelkom",
  "password1234",
  "passwordpassword",
  "administrator",
  "aaaaaaaaaaaa",
  "111111111111",
  "000000000000",
  "abcdefghijkl",
  "zorgdossier1",
  "kroniek12345",
  "kroniek-demo",
]);

/**
 * Refuses a password that is too short or too common; no composition rules (SECURITY.md B6).
 * @throws DomainError `password-too-short`, `password-common`
 */
export function assertAcceptable(password: string): void {
  if ([...password].length < SHORTEST) throw new DomainError("password-too-short");
  const plain = password.toLowerCase();
  if (COMMON.has(plain) || new Set(plain).size < 4) throw new DomainError("password-common");
}

/** argon2id with the library's defaults (19 MiB, 2 passes: the OWASP minimum), salted. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | undefined;

/** Checks a password; without a stored hash it takes the same time and says no. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("the time a missing account takes");
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored != null;
}
