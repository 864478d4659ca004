import { z } from "zod";

/** Signing in to the portal. Longer than this is no address or password of anyone. */
export const PortalSignIn = z.object({ email: z.string().max(200), password: z.string().max(1000) });
