import { TRPCError } from "@trpc/server";
import { z } from "zod";
import {
  type Act,
  type Caller,
  perform,
  performInPortal,
  performOnClient,
  performOnClientPair,
  reasonOf,
} from "../access/perform";
import type { RelationKind } from "../access/relations";
import type { Holder } from "../auth/holder";
import { NewPassword } from "../auth/input";
import { ownNames } from "../auth/own-names";
import { assertAcceptable, hashPassword } from "../auth/password";
import { assertProved, touchSession } from "../auth/session";
import { reserveCode, reserveLetterCode, reserveLink } from "../auth/throttle";
import { DomainError } from "../core/errors";
import { type ApiContext, type Declaration, t, told } from "./trpc";

/** What a procedure declares: its tasks and its audit event, here and nowhere else. */
type Need = Pick<Act, "tasks" | "audit"> & {
  /** Asks for the password again when the last proof is over five minutes old (SECURITY.md B5), or always */
  proof?: true | "always";
  /** Brings `newPassword`: looked at and hashed before the door, since argon2 must not sit inside a transaction */
  newPassword?: true;
  /** Brings a code of this holder's second factor: counted before the door, since a failed act takes its writing back */
  codeOf?: (ctx: ApiContext) => Holder | undefined;
  /** Brings the code of a letter, by who is signed in to the portal: counted before the door, like `codeOf` */
  letterCode?: true;
  /** An open door of the portal: who is signed in as an employee in the same browser is a stranger there */
  inPortal?: true;
};
type Raw = () => Promise<unknown>;

const text = z.custom<string>().transform((value: unknown) => (typeof value === "string" ? value : ""));
/** Whatever stands where a client number should: an odd value is a number nobody has, refused and logged alike. */
const ClientId = z.object({ clientId: text });
const ClientIds = z.object({ clientId: text, otherId: text });
const LocationIds = z.object({ locationIds: z.array(text).min(1).max(1000) });
const Password = z.object({ password: z.string().max(200).optional() });

/**
 * tRPC hands failures back; inside the door they must be thrown, or a failed mutation would be committed.
 * Input that a schema refused becomes our own refusal: the schema's words may repeat what was typed.
 */
function thrown<R extends { ok: boolean }>(result: R): R {
  if (result.ok || !("error" in result)) return result;
  const { error } = result;
  const invalid = error instanceof TRPCError && error.code === "BAD_REQUEST" && !reasonOf(error);
  throw invalid ? new DomainError("input-invalid", { cause: error }) : error;
}

interface Prepared {
  /** Thrown behind the door, so that it is logged as this act's failure */
  refused?: DomainError;
  /** Of the password in the input */
  passwordHash?: string;
}

/** A stranger's password comes with a link: what it costs to hash is throttled. */
async function hashNew(
  ctx: ApiContext,
  known: boolean,
  holder: Holder | undefined,
  input: unknown,
): Promise<string | undefined> {
  if (!known && !(await reserveLink(ctx.world, ctx.caller.source)))
    throw new DomainError("too-many-attempts");
  const given = NewPassword.safeParse(input);
  if (!given.success) return undefined;
  assertAcceptable(given.data.newPassword, await ownNames(ctx.world, holder, input));
  return hashPassword(given.data.newPassword);
}

const isPortal = (door: Declaration["door"], need: Need): boolean =>
  door === "portal" || door === "portalSelf" || need.inPortal === true;

/** What comes before the door: someone at work is noted (a poll is not work), and passwords are looked at. */
async function prepare(ctx: ApiContext, door: Declaration["door"], need: Need, raw: Raw): Promise<Prepared> {
  const session = isPortal(door, need) ? ctx.portal : ctx.session;
  if (!session && door !== "open") return {};
  if (session && typeof need.audit === "string") await touchSession(ctx.world, session.id);
  if (!need.proof && !need.newPassword && !need.codeOf && !need.letterCode) return {};
  // A body that cannot be read is refused where the input is parsed, behind the door.
  const input = await raw().catch(() => undefined);
  try {
    const holder = need.codeOf?.(ctx);
    if (holder && !(await reserveCode(ctx.world, holder, ctx.caller.source)))
      throw new DomainError("code-wrong");
    if (need.letterCode && ctx.portal) {
      const { actor } = ctx.portal;
      if (!(await reserveLetterCode(ctx.world, { kind: "portal", id: actor.id }, ctx.caller.source)))
        throw new DomainError("too-many-attempts");
    }
    if (need.proof && session) {
      const given = Password.safeParse(input).data?.password;
      await assertProved(ctx.world, session, given, ctx.caller.source, need.proof === "always");
    }
    const self = door === "open" ? undefined : session?.actor;
    return { passwordHash: need.newPassword && (await hashNew(ctx, door !== "open", self, input)) };
  } catch (error) {
    if (error instanceof DomainError) return { refused: error };
    throw error;
  }
}

/**
 * The hash of the password that came with a call.
 * @throws DomainError `input-invalid` when none came: the input's own schema says so before
 */
export function newPasswordOf({ passwordHash }: { passwordHash: string | undefined }): string {
  if (passwordHash === undefined) throw new DomainError("input-invalid");
  return passwordHash;
}

function actOf(need: Need, type: string): Act {
  return { tasks: need.tasks, audit: need.audit, kind: type === "mutation" ? "mutation" : "query" };
}

/**
 * The outer frame of every procedure: maps errors once, and logs the call that never reached its door because
 * its target could not be read.
 */
function framed(door: Declaration["door"], need: Need, relations?: readonly RelationKind[]) {
  const meta: Declaration = { door, tasks: need.tasks, audit: need.audit, ...(relations && { relations }) };
  return t.procedure.meta(meta).use(async ({ ctx, next, type, getRawInput }) => {
    const trace = { atDoor: false };
    try {
      const { refused, passwordHash } = await prepare(ctx, door, need, getRawInput);
      const enter = (): void => {
        trace.atDoor = true;
      };
      const assertPrepared = (): void => {
        if (refused) throw refused;
      };
      const result = await next({ ctx: { act: actOf(need, type), enter, assertPrepared, passwordHash } });
      if (!result.ok && !trace.atDoor) {
        const act: Act = { ...actOf(need, type), kind: "query" };
        const inPortal = isPortal(door, need);
        const target = { kind: door === "open" ? "open" : inPortal ? "portal-self" : "none" } as const;
        const caller: Caller = inPortal ? ctx.portalCaller : ctx.caller;
        await perform(ctx.world, caller, act, target, () => Promise.reject(new DomainError("input-invalid")));
      }
      return thrown(result);
    } catch (error) {
      throw told(ctx.world, error, isPortal(door, need) ? "portal" : "staff");
    }
  });
}

/** For lists and acts without one target: the service narrows by `reachOf(ctx.act.actor, task)`. */
export function anywhere(need: Need) {
  return framed("anywhere", need).use(({ ctx, next }) => {
    ctx.enter();
    return perform(ctx.world, ctx.caller, ctx.act, { kind: "none" }, async (act) => {
      ctx.assertPrepared();
      return thrown(await next({ ctx: { act } }));
    });
  });
}

/** For one's own account: being signed in is enough. */
export function self(need: Pick<Need, "audit" | "proof" | "newPassword" | "codeOf">) {
  return framed("self", { ...need, tasks: [] }).use(({ ctx, next }) => {
    ctx.enter();
    return perform(ctx.world, ctx.caller, ctx.act, { kind: "self" }, async (act) => {
      ctx.assertPrepared();
      return thrown(await next({ ctx: { act } }));
    });
  });
}

/** For strangers: what it offers must throttle itself. */
export function open(need: Pick<Need, "audit" | "newPassword" | "codeOf" | "inPortal">) {
  return framed("open", { ...need, tasks: [] }).use(({ ctx, next }) => {
    ctx.enter();
    return perform(
      ctx.world,
      need.inPortal ? ctx.portalCaller : ctx.caller,
      ctx.act,
      { kind: "open" },
      async (act) => {
        ctx.assertPrepared();
        return thrown(await next({ ctx: { act } }));
      },
    );
  });
}

/** For one client: brings `{ clientId }` (the client number) and gives `ctx.client`. */
export function onClient(need: Need) {
  return framed("onClient", need)
    .input(ClientId)
    .use(({ ctx, input, next }) => {
      ctx.enter();
      return performOnClient(ctx.world, ctx.caller, ctx.act, input.clientId, async (act, client) => {
        ctx.assertPrepared();
        return thrown(await next({ ctx: { act, client } }));
      });
    });
}

/** For two clients: brings `{ clientId, otherId }` (client numbers) and gives `ctx.client` and `ctx.other`. */
export function onClientPair(need: Need) {
  return framed("onClientPair", need)
    .input(ClientIds)
    .use(({ ctx, input, next }) => {
      ctx.enter();
      const numbers = [input.clientId, input.otherId] as const;
      return performOnClientPair(ctx.world, ctx.caller, ctx.act, numbers, async (act, client, other) => {
        ctx.assertPrepared();
        return thrown(await next({ ctx: { act, client, other } }));
      });
    });
}

/** For locations: brings `{ locationIds }`, each of which must be in reach. */
export function onLocations(need: Need) {
  return framed("onLocations", need)
    .input(LocationIds)
    .use(({ ctx, input, next }) => {
      ctx.enter();
      return perform(
        ctx.world,
        ctx.caller,
        ctx.act,
        { kind: "locations", ids: input.locationIds },
        async (act) => {
          ctx.assertPrepared();
          return thrown(await next({ ctx: { act } }));
        },
      );
    });
}

/**
 * For someone from outside about one client: brings `{ clientId }` (the client number) and gives `ctx.client` and
 * `ctx.relation`, what they are to that client; one of those it is declared for.
 */
export function portal(need: Omit<Need, "tasks"> & { relations: readonly RelationKind[] }) {
  return framed("portal", { ...need, tasks: [] }, need.relations)
    .input(ClientId)
    .use(({ ctx, input, next }) => {
      ctx.enter();
      const act = { ...ctx.act, relations: need.relations };
      return performInPortal(
        ctx.world,
        ctx.portalCaller,
        act,
        input.clientId,
        async (inside, client, relation) => {
          ctx.assertPrepared();
          return thrown(await next({ ctx: { act: inside, client, relation } }));
        },
      );
    });
}

/** For someone from outside about their own account in the portal: being signed in there is enough. */
export function portalSelf(need: Pick<Need, "audit" | "proof" | "newPassword" | "codeOf" | "letterCode">) {
  return framed("portalSelf", { ...need, tasks: [] }).use(({ ctx, next }) => {
    ctx.enter();
    return perform(ctx.world, ctx.portalCaller, ctx.act, { kind: "portal-self" }, async (act) => {
      ctx.assertPrepared();
      return thrown(await next({ ctx: { act } }));
    });
  });
}
