import { eq } from "drizzle-orm";
import { measurements } from "@/db/schema/dossier/measurements";
import { newId } from "@/server/core/ids";
import { instrumentOf } from "@/server/dossier/instruments/catalogue";
import type { Instrument } from "@/server/dossier/instruments/instrument";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
import type { TestWorld } from "../world";

export const CLIENT = String(CLIENTS.own);

/** A nurse who may see and edit the dossier of the client at `own`, and someone who manages the instruments. */
export async function makeNurse(world: TestWorld) {
  await makePlaces(world);
  const nurse = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "own" });
  const manager = await apiWith(world, { tasks: ["organisation.manage"], reach: "everywhere" });
  return { nurse, manager };
}

/** An instrument that ships. */
export function instrument(code: string): Instrument {
  const found = instrumentOf(code);
  if (!found) throw new Error(`no instrument ${code}`);
  return found;
}

/** For each item the answer that counts most, or least. */
export function answersAt(of: Instrument, end: "most" | "least"): Record<string, string | number> {
  return Object.fromEntries(
    of.items.map(({ code, options, range }) => {
      if (range) return [code, end === "most" ? range[1] : range[0]];
      const ranked = options.toSorted((a, b) => a.score - b.score);
      return [code, (end === "most" ? ranked.at(-1) : ranked[0])?.code ?? ""];
    }),
  );
}

/** A measurement as the form sends it, of 21 November 2026 at 9.15. */
export function sent(measure: string, answers: Record<string, string | number>) {
  const said = { clientId: CLIENT, measure, day: "2026-11-21", time: "09:15" };
  return { ...said, answers, requestKey: newId(0) };
}

/** The stored row of a measurement. */
export async function storedRow(world: TestWorld, id: string) {
  const [row] = await world.db.read.select().from(measurements).where(eq(measurements.id, id));
  if (!row) throw new Error("not stored");
  return row;
}

/** What a refusal says field by field; fails the test when nothing was refused. */
export async function refusedFields(
  act: Promise<unknown>,
): Promise<{ reason: string; fields: { path: string; problem: string }[] }> {
  const error: unknown = await act.then(
    () => undefined,
    (refused: unknown) => refused,
  );
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("reason" in at && "fields" in at) {
      return at as unknown as { reason: string; fields: { path: string; problem: string }[] };
    }
  }
  throw new Error("it was not refused");
}
