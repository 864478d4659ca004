import { z } from "zod";
import type { Tx } from "@/db/client";
import { engineEvents } from "@/db/schema/engine";
import { newId } from "@/server/core/ids";
import { canonicalJson } from "./canonical";

/** An event as rooms send it: ids and counts only, never personal data (it is stored in the engine's history). */
export interface OutgoingEvent {
  name: string;
  data?: Record<string, unknown>;
  /** Chosen by the sender: the same id starts a function once within a day */
  id?: string;
  /** Epoch milliseconds; in the future: the runs it triggers start then */
  ts?: number;
  user?: Record<string, unknown>;
  v?: string;
}

/** An event as functions get it. */
export interface EngineEvent extends OutgoingEvent {
  id: string;
  ts: number;
  data: Record<string, unknown>;
}

/** An event the real server would not take either; its message tells why. */
export class EventRefused extends Error {}

/** Limits of the real server. */
const MOST_EVENTS = 5_000;
const LARGEST_EVENT = 3 * 1024 * 1024;

const sendable = z
  .array(
    z.looseObject({
      name: z
        .string()
        .min(1)
        .max(256)
        .regex(/^(?!inngest\/)/, "names that begin with inngest/ are reserved"),
      data: z.record(z.string(), z.unknown()).nullish(),
      id: z.string().max(256).nullish(),
      ts: z.number().int().nonnegative().nullish(),
      user: z.record(z.string(), z.unknown()).nullish(),
      v: z.string().nullish(),
    }),
  )
  .max(MOST_EVENTS);

/**
 * Stores events within the caller's transaction: they count exactly when the transaction does. Afterwards the
 * engine must be woken (`wakeEngine` in `inngest/client.ts`).
 * @param now epoch milliseconds
 * @returns the ids by which the engine knows them, in order
 * @throws EventRefused when one of them is not an event, or too large
 */
export async function acceptEvents(tx: Tx, events: readonly OutgoingEvent[], now: number): Promise<string[]> {
  const parsed = sendable.safeParse(events);
  if (!parsed.success) throw new EventRefused(`An event cannot be sent: ${z.prettifyError(parsed.error)}`);
  const rows = parsed.data.map((event) => {
    const internalId = newId(now);
    const body = canonicalJson({
      name: event.name,
      data: event.data ?? {},
      id: event.id || internalId,
      ts: event.ts || now,
      ...(event.user && { user: event.user }),
      ...(event.v && { v: event.v }),
    });
    if (body.length > LARGEST_EVENT) throw new EventRefused(`The event "${event.name}" is larger than 3 MB.`);
    return { internalId, row: { name: event.name, body, deduplicated: Boolean(event.id) } };
  });
  for (let at = 0; at < rows.length; at += 500) {
    await tx.insert(engineEvents).values(rows.slice(at, at + 500).map(({ row }) => row));
  }
  return rows.map(({ internalId }) => internalId);
}

/** Stores an event of the engine itself, such as `inngest/function.failed`. */
export async function emitInternal(tx: Tx, event: EngineEvent): Promise<void> {
  await tx.insert(engineEvents).values({ name: event.name, body: canonicalJson(event), deduplicated: true });
}
