import { z } from "zod";
import type { CarenElsewhere } from "../core/env";
import type { World } from "../core/world";
import { CAREN_ROLES, type CarenRole } from "./kinds";

/** A link as Caren tells it: who holds it, to whom, and since when. */
export interface CarenLink {
  id: string;
  clientId: string;
  name: string;
  role: CarenRole;
  /** Epoch ms */
  since: number;
  /** The invitation it came of, when Caren knows it */
  invitationId: string | null;
}

/** So that a page which says Onbekend is there within two seconds. */
const TIMEOUT_MS = 1_600;
const LARGEST_BYTES = 32 * 1024 * 1024;

const roles = Object.keys(CAREN_ROLES) as [CarenRole, ...CarenRole[]];

/** The answer of `GET /links` (`docs/caren-api.yaml`). Anything else is nonsense. */
export const LinksBody = z.object({
  links: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        clientId: z.string().min(1).max(100),
        name: z.string().min(1).max(300),
        role: z.enum(roles),
        since: z.iso.datetime(),
        invitationId: z.string().max(100).nullable(),
      }),
    )
    .max(1_000_000),
});

/** Caren could not be asked, or what it said is not an answer. The message is for the log: no address, no content. */
export class CarenSilent extends Error {
  override name = "CarenSilent";
}

/** Reads a body up to a limit: a server that lies does not fill the memory. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return text + decoder.decode();
    bytes += piece.value.length;
    if (bytes > LARGEST_BYTES) {
      await reader?.cancel();
      throw new CarenSilent("answer too large");
    }
    text += decoder.decode(piece.value, { stream: true });
  }
}

/** One call, with everything that can go wrong brought to one error within two seconds. */
async function call(
  { baseUrl, token }: CarenElsewhere,
  method: "GET" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(`${baseUrl}/api/caren/v1${path}`, {
      method,
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: "application/json",
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await readText(response) };
  } catch (error) {
    if (error instanceof CarenSilent) throw error;
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new CarenSilent(late ? "no answer in time" : "no connection", { cause: error });
  }
}

/** Who holds which link at this moment. @throws CarenSilent */
export async function askLinks(elsewhere: CarenElsewhere): Promise<CarenLink[]> {
  const { status, text } = await call(elsewhere, "GET", "/links");
  if (status !== 200) throw new CarenSilent(`status ${status}`);
  try {
    const { links } = LinksBody.parse(JSON.parse(text));
    return links.map((link) => ({ ...link, since: Date.parse(link.since) }));
  } catch (error) {
    throw new CarenSilent("nonsense", { cause: error });
  }
}

/** What is told to Caren. Each may be told twice: the second time changes nothing. */
export type CarenOrder =
  | { kind: "invite"; id: string; clientId: string; codeHash: string; expiresAt: number }
  | { kind: "end-invitation"; id: string }
  | { kind: "unlink"; id: string; reason: string };

/**
 * Tells Caren something. @returns `refused` when Caren understands and will not: telling it again is of no use
 * @throws CarenSilent when it may be told again
 */
export async function tell(elsewhere: CarenElsewhere, order: CarenOrder): Promise<"done" | "refused"> {
  const id = encodeURIComponent(order.id);
  const { status } = await (order.kind === "invite"
    ? call(elsewhere, "PUT", `/invitations/${id}`, {
        clientId: order.clientId,
        codeHash: order.codeHash,
        expiresAt: new Date(order.expiresAt).toISOString(),
      })
    : order.kind === "end-invitation"
      ? call(elsewhere, "DELETE", `/invitations/${id}`)
      : call(elsewhere, "DELETE", `/links/${id}`, { reason: order.reason }));
  if (status === 204) return "done";
  if (status === 404 || status === 409 || status === 422) return "refused";
  throw new CarenSilent(`status ${status}`);
}

/** After so many failures in a row nobody waits for Caren any more, for so long. */
const FAILURES = 3;
const OPEN_MS = 30_000;

interface Breaker {
  failures: number;
  /** Epoch ms until which nobody asks */
  openUntil: number;
  /** A question that is on its way serves all who ask meanwhile */
  underWay: Promise<CarenLink[]> | undefined;
}

const HOME = Symbol.for("kroniek/caren-breakers");

/** Next bundles a module more than once; what is known of Caren's health is one a process. */
function breakerOf(address: string): Breaker {
  const store = globalThis as typeof globalThis & { [HOME]?: Map<string, Breaker> };
  store[HOME] ??= new Map();
  const known = store[HOME].get(address);
  if (known) return known;
  const fresh: Breaker = { failures: 0, openUntil: 0, underWay: undefined };
  store[HOME].set(address, fresh);
  return fresh;
}

/**
 * Asks Caren who holds which link, behind a circuit breaker: after three failures in a row nobody asks for half a
 * minute, then one does. Nothing is kept: an answer is of this moment, or there is none.
 * @throws CarenSilent
 */
export async function askLinksGuarded(world: World, elsewhere: CarenElsewhere): Promise<CarenLink[]> {
  const breaker = breakerOf(elsewhere.baseUrl);
  if (breaker.underWay) return breaker.underWay;
  if (world.clock.now() < breaker.openUntil) throw new CarenSilent("not asked");
  breaker.underWay = askLinks(elsewhere).finally(() => {
    breaker.underWay = undefined;
  });
  try {
    const links = await breaker.underWay;
    breaker.failures = 0;
    return links;
  } catch (error) {
    breaker.failures += 1;
    if (breaker.failures >= FAILURES) breaker.openUntil = world.clock.now() + OPEN_MS;
    world.log("Caren gave no answer", { why: error instanceof Error ? error.message : "unknown" });
    throw error;
  }
}
