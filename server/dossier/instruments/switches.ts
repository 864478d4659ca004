import { count, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Reader } from "@/db/client";
import { instrumentSwitches } from "@/db/schema/clinimetrics";
import { measurements } from "@/db/schema/dossier/measurements";
import type { ChangeCtx, Ctx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import type { Row } from "../part";
import { INSTRUMENTS, instrumentOf } from "./catalogue";
import type { SwitchInstrument } from "./input";
import { extentOf } from "./instrument";

/** Codes of the instruments this organisation switched off; all others are on. */
export async function switchedOff(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.select().from(instrumentSwitches).where(eq(instrumentSwitches.enabled, false));
  return new Set(rows.map(({ instrument }) => instrument));
}

/**
 * An instrument that is off takes no new measurement, whoever stores it and by which form.
 * @throws DomainError `instrument-off`
 */
export async function assertOn(db: Reader, { instrument }: Pick<Row<typeof measurements>, "instrument">) {
  if ((await switchedOff(db)).has(instrument)) throw new DomainError("instrument-off");
}

/** Every instrument with whether it is on, since when and by whom, and how often it was used. */
export async function listInstruments(ctx: Ctx) {
  const switches = await ctx.db.select().from(instrumentSwitches);
  const used = await ctx.db
    .select({ instrument: measurements.instrument, times: count() })
    .from(measurements)
    .groupBy(measurements.instrument);
  return INSTRUMENTS.map((instrument) => {
    const found = switches.find((row) => row.instrument === instrument.code);
    const [lowest, highest] = extentOf(instrument);
    return {
      code: instrument.code,
      label: instrument.label,
      purpose: instrument.purpose,
      source: instrument.source,
      items: instrument.items.length,
      lowest,
      highest,
      enabled: found?.enabled ?? true,
      version: found?.version ?? 0,
      changed: found ? { at: found.changedAt, by: found.changedBy } : null,
      results: used.find((row) => row.instrument === instrument.code)?.times ?? 0,
    };
  });
}

/**
 * Puts an instrument on or off for the whole organisation. Results stay as they are: readable, in courses and exports.
 * @throws DomainError `measure-unknown`; `instrument-changed` when someone else switched it since it was read
 */
export async function switchInstrument(
  ctx: ChangeCtx,
  { instrument, enabled, version }: z.output<typeof SwitchInstrument>,
): Promise<{ enabled: boolean; version: number }> {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  if (instrumentOf(instrument) === undefined) throw new DomainError("measure-unknown");
  const [found] = await ctx.tx
    .select()
    .from(instrumentSwitches)
    .where(eq(instrumentSwitches.instrument, instrument));
  if ((found?.version ?? 0) !== version) throw new DomainError("instrument-changed");
  const row = {
    enabled,
    version: version + 1,
    changedAt: ctx.now,
    changedBy: ctx.actor.name,
    changedById: ctx.actor.id,
  };
  await ctx.tx
    .insert(instrumentSwitches)
    .values({ instrument, ...row })
    .onConflictDoUpdate({ target: instrumentSwitches.instrument, set: row });
  ctx.touch("instrument", instrument);
  ctx.detail(enabled ? "on" : "off");
  return { enabled, version: version + 1 };
}
