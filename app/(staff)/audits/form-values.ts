import { z } from "zod";
import type { Inputs } from "@/app/_trpc/outputs";
import { parseDay } from "@/app/_ui/parse-day";
import { ACTIONS, ClientNumber, OUTCOMES } from "@/server/audit/input";

/** What the log is asked for, as the API takes it. In memory only: whom one looks for does not belong in an address. */
export type AuditQuery = Omit<Inputs["audits"]["list"], "place" | "size">;

/** A day as typed; the message is the key of a text. */
const typedDay = z
  .string()
  .trim()
  .refine((text) => text === "" || parseDay(text) !== undefined, "dayWrong");

/** The form above the log. Empty texts are no choice. */
export const AuditFormSchema = z
  .object({
    from: typedDay,
    until: typedDay,
    client: z
      .string()
      .trim()
      .refine((text) => text === "" || ClientNumber.safeParse(text).success, "clientWrong"),
    person: z.string(),
    /** An event, or `set:<id>` */
    event: z.string(),
    action: z.union([z.enum(ACTIONS), z.literal("")]),
    outcome: z.union([z.enum(OUTCOMES), z.literal("")]),
  })
  .refine(({ from, until }) => (parseDay(from) ?? "") <= (parseDay(until) ?? "9999"), {
    path: ["until"],
    message: "orderWrong",
  });

export type AuditFormValues = z.infer<typeof AuditFormSchema>;

export const NOTHING_CHOSEN: AuditFormValues = {
  ...{ from: "", until: "", client: "", person: "", event: "", action: "", outcome: "" },
};

type Sets = readonly { id: string; events: string[] }[];

/** The choices as the API asks for them. */
export function queryOf(values: AuditFormValues, sets: Sets): AuditQuery {
  const { from, until, client, person, event, action, outcome } = values;
  const set = sets.find(({ id }) => event === `set:${id}`);
  const events = set?.events ?? (event === "" ? [] : [event]);
  return {
    from: parseDay(from),
    until: parseDay(until),
    client: client.trim() || undefined,
    person: person || undefined,
    events,
    action: action || undefined,
    outcome: outcome || undefined,
  };
}

/** True when everything there is was asked for. */
export function isEverything(values: AuditFormValues): boolean {
  return Object.values(values).every((value) => value === "");
}
