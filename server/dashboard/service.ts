import type { z } from "zod";
import type { Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { recentClients } from "../clients/service";
import { type ReadSignal, SIGNAL_PAGE } from "./input";
import { signals } from "./signals/registry";
import type { Page, Signal, SignalItem } from "./signals/signal";

const SHOWN = 5;

/** A signal as shown: what it is, about how many, and the first few or a page of them. */
export interface SignalView {
  id: string;
  title: string;
  help: string;
  count: number;
  items: SignalItem[];
}

/** Someone without the task anywhere has no such signal; that they do is the query's to narrow by reach. */
function isFor(ctx: Ctx, signal: Signal): boolean {
  const { reach, besides } = scopeOf(ctx.actor, signal.task);
  return reach.length > 0 || besides.length > 0;
}

async function view(ctx: Ctx, signal: Signal, page: Page): Promise<SignalView> {
  const { count, items } = await signal.read(ctx, page);
  for (const item of items) for (const { id } of item.clients) ctx.touch("client", id);
  const { id, title, help } = signal;
  return { id, title, help, count, items };
}

/** What someone finds when they come in: what asks attention within their reach, and the clients they opened last. */
export async function viewDashboard(ctx: Ctx) {
  const shown: SignalView[] = [];
  for (const signal of signals.filter((each) => isFor(ctx, each)))
    shown.push(await view(ctx, signal, { limit: SHOWN, offset: 0 }));
  return { signals: shown.filter(({ count }) => count > 0), recent: await recentClients(ctx) };
}

/** A page of everything one signal is about; `null` when there is no such signal for this person. */
export async function readSignal(ctx: Ctx, input: z.output<typeof ReadSignal>): Promise<SignalView | null> {
  const signal = signals.find(({ id }) => id === input.signal);
  if (!signal || !isFor(ctx, signal)) return null;
  return view(ctx, signal, { limit: SIGNAL_PAGE, offset: (input.page - 1) * SIGNAL_PAGE });
}
