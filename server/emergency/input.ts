import { z } from "zod";

/** A client number or a BSN, whole: part of one finds nothing. */
export const FindClient = z.object({ sought: z.string().trim().min(1).max(40) });

/** Why; read by whoever reviews. The message is the key of a text. */
export const Reason = z.string().trim().min(10, "reasonShort").max(1000, "reasonLong");

/** `clientNumber`: of the client that was found. One key for one intention: the same request again opens nothing more. */
export const OpenEmergency = z.object({
  clientNumber: z.string().min(1).max(10),
  reason: Reason,
  requestKey: z.string().min(8).max(64),
});

export const ListEmergencies = z.object({ page: z.number().int().min(1).max(10_000).default(1) });

export const EmergencyId = z.object({ id: z.string().min(1).max(64) });

export const VERDICTS = ["justified", "not-justified"] as const;

/** What someone found of it; who finds it was not justified says why. The messages are keys of texts. */
export const Verdict = z
  .object({
    verdict: z.enum(VERDICTS, "verdictMissing"),
    note: z.string().trim().max(1000, "noteLong"),
  })
  .refine(({ verdict, note }) => verdict !== "not-justified" || note !== "", {
    path: ["note"],
    message: "noteMissing",
  });

export const ReviewEmergency = z.intersection(EmergencyId, Verdict);
