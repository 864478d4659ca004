import { and, gt, isNull, or, type SQL } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import type { Ctx } from "@/server/access/perform";
import { scopeOf } from "@/server/access/policy";
import { withinScope } from "@/server/access/reach";
import type { TaskId } from "@/server/access/tasks";
import { listName } from "@/server/clients/rules";

/** Something that asks attention: about whom, where to do something about it, and by when. */
export interface SignalItem {
  key: string;
  /** One client, or those that are one question together */
  clients: { id: string; number: number; name: string; href: string }[];
  /** Dutch, and a day or moment (epoch ms) after it */
  note: { text: string; day?: string; moment?: number; late: boolean } | null;
}

/** Which of all it is about. */
export interface Page {
  limit: number;
  offset: number;
}

/** How many there are in all, and those of a page. */
export interface Found {
  count: number;
  items: SignalItem[];
}

/** A signal, declared once. Its title and explanation are what people read. */
export interface Signal {
  id: string;
  /** Dutch */
  title: string;
  help: string;
  /** Whoever holds it sees the signal, as far as their reach with it goes */
  task: TaskId;
  read(ctx: Ctx, page: Page): Promise<Found>;
}

/** The clients a signal may be about: within reach of its task. */
export function reached(ctx: Ctx, task: TaskId): SQL | undefined {
  return withinScope(scopeOf(ctx.actor, task), ctx.day);
}

/** Clients who are in care today. */
export function inCare(day: string): SQL | undefined {
  return or(isNull(clients.outOfCareSince), gt(clients.outOfCareSince, day));
}

/** Who a signal is about, with the way to where something can be done. @param path under the client's address */
export function about(client: typeof clients.$inferSelect, path = ""): SignalItem["clients"][number] {
  return {
    id: client.id,
    number: client.number,
    name: listName(client),
    href: `/clients/${client.number}${path}`,
  };
}

/** Clients of a signal's task who are in care. */
export function inCareAndReach(ctx: Ctx, task: TaskId): SQL | undefined {
  return and(inCare(ctx.day), reached(ctx, task));
}
