import { perform } from "@/server/access/perform";
import { hashPassword } from "@/server/auth/password";
import { signIn, tryPassword } from "@/server/auth/sign-in";
import type { World } from "@/server/core/world";
import { makeEmployee } from "../access/people";

export const PASSWORD = "vier losse woorden hier";
export const EMAIL = "iemand@kroniek.example";

let hashed: Promise<string> | undefined;

/** An account with PASSWORD. @returns the employee's id */
export async function makeAccount(world: World, fields: { email?: string; demo?: boolean } = {}) {
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = await hashed;
  return makeEmployee(world, [{ tasks: ["dossier.view"], reach: "everywhere" }], {
    email: EMAIL,
    passwordHash,
    ...fields,
  });
}

/** Whether a password opens a session now, tried as the sign-in page does. @returns the session's id */
export async function trySignIn(
  world: World,
  given: { email?: string; password?: string; source?: string | null } = {},
): Promise<string | undefined> {
  const { email = EMAIL, password = PASSWORD, source = "192.0.2.7" } = given;
  const attempt = await tryPassword(world, { email, password, source });
  const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source } as const;
  const act = { tasks: [], audit: "sign-in", kind: "mutation" } as const;
  return perform(world, caller, act, { kind: "open" }, (ctx) => signIn(ctx, attempt)).catch(() => undefined);
}
