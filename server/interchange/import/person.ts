import { isDeepStrictEqual } from "node:util";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientAddresses, clients } from "@/db/schema/clients";
import type { ChangeCtx } from "@/server/access/perform";
import { bsnSearchCode, sealBsn } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import type { Keys } from "@/server/core/keys";
import type { FhirResource } from "@/server/dossier/fhir";
import { type AddressFields, takeAddresses, takeBsn, takeClient } from "../client-of";
import { changesOf } from "../rules";
import { storedKey } from "./lookup";
import type { Gathered, Member } from "./members";

const bsnColumns = (keys: Keys, bsn: string | undefined) => ({
  bsnSealed: bsn === undefined ? null : sealBsn(keys, bsn),
  bsnSearch: bsn === undefined ? null : bsnSearchCode(keys, bsn),
});

/** Makes the client of a Patient. @returns its id */
export async function makeClient(
  ctx: ChangeCtx,
  number: number,
  patient: FhirResource,
  resolve: (reference: unknown) => FhirResource | undefined,
): Promise<string> {
  const id = newId(ctx.now);
  await ctx.tx.insert(clients).values({
    id,
    number,
    ...takeClient(patient, { resolve }),
    ...bsnColumns(ctx.world.keys, takeBsn(patient)),
    createdAt: ctx.now,
    changedAt: ctx.now,
  });
  await addAddresses(ctx.tx, id, ctx.now, takeAddresses(patient));
  return id;
}

async function addAddresses(
  tx: Tx,
  clientId: string,
  now: number,
  list: readonly AddressFields[],
): Promise<void> {
  for (const address of list)
    await tx.insert(clientAddresses).values({ id: newId(now), clientId, ...address });
}

/**
 * Brings a client up to a changed Patient, column by column; what people changed here stays.
 * @returns whether something the source changed was left as people wrote it
 */
export async function writePerson(
  ctx: ChangeCtx,
  clientId: string,
  member: Member,
  { lookup }: Gathered,
): Promise<boolean> {
  if (member.row === undefined || !member.changed) return false;
  const before = lookup.load(storedKey(member.row.id));
  const after = lookup.load(member.key);
  const context = { resolve: (reference: unknown) => lookup.resolve(reference, member.key) };
  const [row] = await ctx.tx.select().from(clients).where(eq(clients.id, clientId));
  if (row === undefined) throw new Error("The client of this dossier is gone.");
  const { changes, edited } = changesOf(row, takeClient(before, context), takeClient(after, context));
  const bsn = await writeBsn(ctx, row, takeBsn(before), takeBsn(after));
  const written = { ...changes, ...bsn.columns };
  if (Object.keys(written).length > 0) {
    await ctx.tx
      .update(clients)
      .set({ ...written, changedAt: ctx.now })
      .where(eq(clients.id, clientId));
  }
  const moved = await writeAddresses(ctx, clientId, takeAddresses(before), takeAddresses(after));
  return edited || bsn.edited || moved.edited;
}

async function writeBsn(
  ctx: ChangeCtx,
  row: { bsnSearch: string | null },
  before: string | undefined,
  after: string | undefined,
): Promise<{ columns: Partial<ReturnType<typeof bsnColumns>>; edited: boolean }> {
  const { keys } = ctx.world;
  const code = (bsn: string | undefined) => (bsn === undefined ? null : bsnSearchCode(keys, bsn));
  if (before === after || row.bsnSearch === code(after)) return { columns: {}, edited: false };
  if (row.bsnSearch !== code(before)) return { columns: {}, edited: true };
  return { columns: bsnColumns(keys, after), edited: false };
}

/** Addresses are replaced together, and only when they still read as the source gave them. */
async function writeAddresses(
  ctx: ChangeCtx,
  clientId: string,
  before: AddressFields[],
  after: AddressFields[],
): Promise<{ edited: boolean }> {
  if (isDeepStrictEqual(before, after)) return { edited: false };
  const rows = await ctx.tx
    .select()
    .from(clientAddresses)
    .where(eq(clientAddresses.clientId, clientId))
    .orderBy(asc(clientAddresses.id));
  const now = rows.map(({ id: _, clientId: __, ...address }) => address);
  const sorted = (list: readonly AddressFields[]) => list.map((each) => JSON.stringify(each, FIELDS)).sort();
  if (isDeepStrictEqual(sorted(now), sorted(after))) return { edited: false };
  if (!isDeepStrictEqual(sorted(now), sorted(before))) return { edited: true };
  await ctx.tx.delete(clientAddresses).where(eq(clientAddresses.clientId, clientId));
  await addAddresses(ctx.tx, clientId, ctx.now, after);
  return { edited: false };
}

const FIELDS = ["kind", "street", "houseNumber", "postcode", "city", "country", "fromDate", "untilDate"];
