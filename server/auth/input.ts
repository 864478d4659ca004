import { z } from "zod";

/** What the set-up page asks of the first administrator; `code` comes from behind the `#` of the set-up link. */
export const FirstAdministrator = z.object({
  code: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200),
  password: z.string().min(1).max(200),
});
