import { z } from "zod";

/** What the set-up page asks of the first administrator; `code` comes from behind the `#` of the set-up link. */
export const FirstAdministrator = z.object({
  code: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200),
  password: z.string().min(1).max(200),
});

/** Whoever forgot their password: the address of the account. */
export const AskNewPassword = z.object({ email: z.email().max(200) });

/** A new password: hashed before the door, see `server/api/procedure.ts`. */
export const NewPassword = z.object({ newPassword: z.string().min(1).max(200) });

/** A password chosen by a link; `code` comes from behind its `#`. */
export const PasswordByLink = NewPassword.extend({ code: z.string().min(1).max(100) });

/** One's own new password; the old one is proved at the door. */
export const OwnPassword = NewPassword.extend({ password: z.string().min(1).max(200) });

/** Six digits from an app, or a recovery code; spaces and dashes do not matter. */
export const GivenCode = z.object({ code: z.string().trim().min(1).max(40) });

/** The password, proved at the door. */
export const OwnProof = z.object({ password: z.string().min(1).max(200) });
