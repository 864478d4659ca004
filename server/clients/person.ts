import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { clientLocations, clients } from "@/db/schema/clients";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { Keyed } from "../core/request-digest";
import { openBsn } from "./bsn";
import { type Read, readOrRefuse, readReason } from "./fields";
import type { ChangeCare, ChangePerson, RemoveBsn } from "./input";
import { assertNobodyAlike, bsnColumns } from "./intake";
import { LEAVE_FIELDS, PERSON_FIELDS, RETURN_FIELDS } from "./person-fields";
import type { AnyRecord } from "./records/kind";
import { kinds } from "./records/registry";
import { changeRow, readRows } from "./records/rows";
import { mayPlaceAt } from "./records/stays";
import { assertUnchanged, keepVersion, madeBefore } from "./versions";

type ClientRow = typeof clients.$inferSelect;

async function rowOf(ctx: ChangeCtx, client: ReachedClient): Promise<ClientRow> {
  const [row] = await ctx.tx.select().from(clients).where(eq(clients.id, client.id));
  if (!row) throw new DomainError("not-found");
  return row;
}

async function write(
  ctx: ChangeCtx,
  before: ClientRow,
  set: Partial<ClientRow>,
  kept: {
    action: "changed" | "bsn-removed" | "out-of-care" | "back-in-care";
    request: Keyed;
    reason?: string;
  },
): Promise<void> {
  await keepVersion(ctx, { clientId: before.id, kind: "person", recordId: before.id, before, ...kept });
  await ctx.tx
    .update(clients)
    .set({ ...set, changedAt: ctx.now })
    .where(eq(clients.id, before.id));
}

/** A new BSN, or nothing when the field was left empty or says what is recorded already. */
function newBsn(ctx: ChangeCtx, row: ClientRow, values: Read["values"]): string | undefined {
  const bsn = values.bsn;
  if (typeof bsn !== "string") return undefined;
  return row.bsnSealed !== null && openBsn(ctx.world.keys, row.bsnSealed) === bsn ? undefined : bsn;
}

/**
 * Changes personalia; what was known before stays readable. An empty BSN field leaves the number as it is.
 * @throws DomainError `form-invalid` with fields, `record-changed`, `client-alike` (another client has this BSN)
 */
export async function changePerson(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof ChangePerson>,
): Promise<void> {
  if (await madeBefore(ctx, input, "person", client.id)) return;
  const row = await rowOf(ctx, client);
  assertUnchanged(row, input.stamp);
  const values = readOrRefuse(PERSON_FIELDS, input.values, ctx.day, row);
  const bsn = newBsn(ctx, row, values);
  const { bsn: _, ...fields } = values;
  if (bsn !== undefined && !input.alikeSeen)
    await assertNobodyAlike(ctx, { bsn, birthDate: null }, client.id);
  const set: Partial<ClientRow> = { ...fields, ...(bsn !== undefined && bsnColumns(ctx, bsn)) };
  const same = Object.entries(set).every(([key, value]) => row[key as keyof ClientRow] === value);
  if (!same) await write(ctx, row, set, { action: "changed", request: input });
}

/** Takes a BSN away: the way out when it is another's (DOMAIN.md 6). @throws DomainError `bsn-absent`, `record-changed` */
export async function removeBsn(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof RemoveBsn>,
): Promise<void> {
  if (await madeBefore(ctx, input, "person", client.id)) return;
  const row = await rowOf(ctx, client);
  const reason = readReason(input.reason);
  assertUnchanged(row, input.stamp);
  if (row.bsnSealed === null) throw new DomainError("bsn-absent");
  await write(ctx, row, bsnColumns(ctx, null), { action: "bsn-removed", request: input, reason });
}

/**
 * Out of care from a day: what only goes with care (stay, care rules, services, pass link) ends on that day.
 * @throws DomainError `form-invalid`, `record-changed`, `care-unchanged`, `care-planned` (something begins after it)
 */
export async function leaveCare(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof ChangeCare>,
): Promise<void> {
  if (await madeBefore(ctx, input, "person", client.id)) return;
  const row = await rowOf(ctx, client);
  const { date, reason } = readOrRefuse(LEAVE_FIELDS, input.values, ctx.day);
  assertUnchanged(row, input.stamp);
  if (row.outOfCareSince !== null) throw new DomainError("care-unchanged");
  const day = String(date);
  if (row.inCareSince !== null && day < row.inCareSince)
    throw new DomainError("form-invalid", { fields: [{ path: "date", problem: "before-start" }] });
  for (const kind of kinds.filter(({ endsWithCare }) => endsWithCare)) {
    for (const record of await readRows(ctx.tx, kind, client.id)) await endOn(ctx, kind, record, day);
  }
  const set = { outOfCareSince: day, outOfCareReason: reason as ClientRow["outOfCareReason"] };
  await write(ctx, row, set, { action: "out-of-care", request: input });
}

async function endOn(
  ctx: ChangeCtx,
  kind: (typeof kinds)[number],
  record: AnyRecord,
  day: string,
): Promise<void> {
  const until = record[kind.until] ?? null;
  if (until !== null && String(until) <= day) return;
  if (String(record[kind.from] ?? "") > day) throw new DomainError("care-planned");
  await changeRow(ctx, kind, record, { [kind.until]: day }, { action: "ended" });
}

/**
 * Back into care, at a location.
 * @throws DomainError `form-invalid`, `record-changed`, `care-unchanged`
 */
export async function returnToCare(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof ChangeCare>,
): Promise<void> {
  if (await madeBefore(ctx, input, "person", client.id)) return;
  const row = await rowOf(ctx, client);
  const { date, locationId, room } = readOrRefuse(RETURN_FIELDS, input.values, ctx.day);
  assertUnchanged(row, input.stamp);
  if (row.outOfCareSince === null) throw new DomainError("care-unchanged");
  const day = String(date);
  if (day < row.outOfCareSince)
    throw new DomainError("form-invalid", { fields: [{ path: "date", problem: "before-start" }] });
  if (!(await mayPlaceAt(ctx, String(locationId))))
    throw new DomainError("form-invalid", { fields: [{ path: "locationId", problem: "place-not-yours" }] });
  const open = or(isNull(clientLocations.untilDate), gt(clientLocations.untilDate, day));
  const staying = await ctx.tx.$count(
    clientLocations,
    and(eq(clientLocations.clientId, client.id), eq(clientLocations.locationId, String(locationId)), open),
  );
  if (staying === 0) {
    const id = newId(ctx.now);
    await ctx.tx.insert(clientLocations).values({
      ...{ id, clientId: client.id, locationId: String(locationId), fromDate: day },
      room: typeof room === "string" ? room : null,
    });
    await keepVersion(ctx, {
      clientId: client.id,
      kind: "stays",
      recordId: id,
      action: "added",
      before: null,
    });
  }
  const set = { inCareSince: day, outOfCareSince: null, outOfCareReason: null };
  await write(ctx, row, set, { action: "back-in-care", request: input });
}
