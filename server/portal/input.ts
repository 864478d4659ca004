import { z } from "zod";

/** Signing in to the portal. Longer than this is no address or password of anyone. */
export const PortalSignIn = z.object({ email: z.string().max(200), password: z.string().max(1000) });

/** How the list of portal accounts can be narrowed: whether someone can sign in. */
export const PORTAL_STATES = ["active", "invited", "off"] as const;
export type PortalState = (typeof PORTAL_STATES)[number];

/** A page of portal accounts: what was typed, in which state, and where the last page ended. */
export const ListPortalAccounts = z.object({
  search: z.string().max(200).default(""),
  state: z.enum(PORTAL_STATES).optional(),
  after: z.object({ name: z.string().max(200), id: z.string().max(64) }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

const accountId = z.string().min(1).max(64);

export const OnePortalAccount = z.object({ accountId });
/** `version`: of the account as it was seen. */
export const SwitchPortalAccount = z.object({ accountId, version: z.number().int().min(1) });
/** With one's own password, proved at the door. */
export const RemovePortalFactor = z.object({ accountId, password: z.string().min(1).max(200) });
export const ResendPortalActivation = z.object({ accountId, requestKey: z.string().min(8).max(64) });
