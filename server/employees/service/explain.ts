import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import type { Ctx } from "../../access/perform";
import { decide } from "../../access/policy";
import { findClient, standingOf } from "../../access/reach";
import { CLIENT_TASKS } from "../../access/tasks";
import { explainAccess } from "../explain";
import type { ExplainAccess } from "../input";
import { expertiseNames, stateOf } from "../view";
import { findEmployee } from "./find";

/**
 * Why an employee may or may not open a client, task by task. Of the client nothing is said but the number that was
 * typed, unless the one who asks may see that client. @throws DomainError `employee-gone`
 */
export async function whyAccess(ctx: Ctx, input: z.output<typeof ExplainAccess>) {
  const person = await findEmployee(ctx.db, input.employeeId);
  ctx.touch("employee", person.id);
  ctx.touch("client-number", input.clientNumber);
  const client = await findClient(ctx.db, input.clientNumber, ctx.day);
  const standing = await standingOf(ctx.db, person.id, ctx.now);
  const ids = [
    ...new Set([...standing.grants.flatMap(({ top }) => top ?? []), ...(client?.locations ?? [])]),
  ];
  const names = new Map(
    (await ctx.db.select().from(locations).where(inArray(locations.id, ids))).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const place = { kind: "client", id: client?.id ?? "", locations: client?.locations ?? [] } as const;
  return {
    clientNumber: input.clientNumber,
    state: stateOf(person),
    expertises: expertiseNames(person.expertises),
    answers: explainAccess({
      standing,
      client,
      seesClient: client !== undefined && decide(ctx.actor, { anyOf: CLIENT_TASKS }, place).allowed,
      nameOf: (id) => names.get(id) ?? "",
    }),
  };
}
