import { z } from "zod";

/** A page of what was imported for a client and fits no part; `type` narrows it to one FHIR resource type. */
export const ListOther = z.object({
  type: z.string().max(64).optional(),
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(100).default(25),
});
