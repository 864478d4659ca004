import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "../core/errors";
import { isCommonPassword } from "./common-passwords";

const SHORTEST = 12;

/**
 * Refuses a password that is too short or too common; no composition rules (SECURITY.md B6).
 * @throws DomainError `password-too-short`, `password-common`
 */
export function assertAcceptable(password: string): void {
  if ([...password].length < SHORTEST) throw new DomainError("password-too-short");
  if (isCommonPassword(password)) throw new DomainError("password-common");
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
