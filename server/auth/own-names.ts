import { z } from "zod";
import type { World } from "../core/world";
import { accountOf, type Holder } from "./holder";
import { holderOfLink } from "./links";

const Typed = z.object({
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
});

/**
 * Name and e-mail address of whoever chooses a password: of their session, of the account their link opens, or as they
 * typed them where the account is only now made. A link stays what it was; of one that opens nothing there is no name.
 * @param input of the call that brings the password
 */
export async function ownNames(
  world: Pick<World, "db" | "clock">,
  signedIn: Holder | undefined,
  input: unknown,
): Promise<string[]> {
  const { code, name, email } = Typed.safeParse(input).data ?? {};
  const holder = signedIn ?? (code ? await holderOfLink(world.db.read, code, world.clock.now()) : undefined);
  const account = holder && (await accountOf(world.db.read, holder));
  return [name, email, account?.name, account?.email].filter((each) => each !== undefined);
}
