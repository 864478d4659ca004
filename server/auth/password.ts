import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "../core/errors";
import { isCommonPassword, isOwnName } from "./common-passwords";

const SHORTEST = 12;

/**
 * Refuses a password that is too short, too common, or the name or address of whose it is; no composition rules
 * (SECURITY.md B6).
 * @param own names and e-mail addresses of whose it is
 * @throws DomainError `password-too-short`, `password-common`, `password-own`
 */
export function assertAcceptable(password: string, own: readonly string[]): void {
  if ([...password].length < SHORTEST) throw new DomainError("password-too-short");
  if (isCommonPassword(password)) throw new DomainError("password-common");
  if (isOwnName(password, own)) throw new DomainError("password-own");
}

/** Hashes at once: each holds one of the system's four threads for long, and what is committed is synced by those too. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let underWay = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay === AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

/** argon2id with the library's defaults (19 MiB, 2 passes: the OWASP minimum), salted. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

let decoy: Promise<string> | undefined;

/** Checks a password; without a stored hash it takes the same time and says no. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("the time a missing account takes");
  const known = stored ?? (await decoy);
  const matches = await inTurn(() => verify(known, password));
  return matches && stored != null;
}
