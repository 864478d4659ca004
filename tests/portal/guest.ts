import { desc } from "drizzle-orm";
import * as route from "@/app/api/portal-session/[step]/route";
import { mails } from "@/db/schema/mails";
import { type ChangeCtx, performOnClient } from "@/server/access/perform";
import type { ReachedClient } from "@/server/access/reach";
import { makeContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { PORTAL_COOKIE } from "@/server/auth/cookie";
import { findSession } from "@/server/auth/session";
import { openBody } from "@/server/mail/sealed";
import { inviteToPortal, type PortalInvitation } from "@/server/portal/accounts";
import { CLIENTS, type ClientName, makeEmployee, makePlaces, openSession } from "../access/people";
import { OWN_HEADERS, serveWorld } from "../api/post";
import { makeWorld, type TestWorld } from "../world";

export const GUEST = "gast@post.example";
export const PASSWORD = "vier losse woorden hier";
/** The demo asks no second factor, so that one step signs in; what it must ask is tested by itself. */
export const invitation: PortalInvitation = {
  email: GUEST,
  name: "Kanarie Gast",
  kind: "involved",
  relation: "buurvrouw",
};

/** A world with the places, and someone who works there. */
export async function makeHouse(options: { demo?: boolean } = {}) {
  const world = await makeWorld(options);
  await makePlaces(world);
  serveWorld(world);
  const employee = await makeEmployee(world, [{ tasks: ["dossier.share"], reach: "everywhere" }]);
  /** Something that employee does with a client, as a room of theirs would. */
  const withClient = async <T>(
    name: ClientName,
    work: (ctx: ChangeCtx, client: ReachedClient) => Promise<T>,
  ): Promise<T> => {
    const session = await findSession(world, await openSession(world, employee));
    if (!session) throw new Error("no session");
    const caller = { actor: session.actor, accessPoint: "web", source: null } as const;
    const act = { tasks: ["dossier.share"], audit: "portal.client-viewed", kind: "mutation" } as const;
    return performOnClient(world, caller, act, String(CLIENTS[name]), work);
  };
  const invite = (name: ClientName, given: Partial<PortalInvitation> = {}) =>
    withClient(name, (ctx, client) => inviteToPortal(ctx, client, { ...invitation, ...given }));
  return { world, withClient, invite };
}

/** The mails of a world as they were written, the last first. */
export async function written(world: TestWorld) {
  const rows = await world.db.read.select().from(mails).orderBy(desc(mails.queuedAt), desc(mails.id));
  return rows.map((row) => ({ ...row, ...openBody(world.keys, row.id, row.bodySealed ?? "") }));
}

/** The code behind the `#` of the last link that was mailed. */
export async function mailedCode(world: TestWorld): Promise<string> {
  const [mail] = await written(world);
  return /#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

/** A browser at the portal: what it was given as a cookie it sends along. */
export function browser(world: TestWorld, jar: { cookie?: string; source?: string } = {}) {
  const headers = () =>
    new Headers({
      ...OWN_HEADERS,
      ...(jar.cookie && { cookie: jar.cookie }),
      "x-forwarded-for": jar.source ?? "192.0.2.7",
    });
  const step = async (name: "sign-in" | "exchange" | "sign-out", body: object = {}) => {
    const text = JSON.stringify(body);
    const all = headers();
    all.set("content-length", String(Buffer.byteLength(text)));
    const request = new Request(`http://localhost:3000/api/portal-session/${name}`, {
      method: "POST",
      headers: all,
      body: text,
    });
    const response = await route.POST(request, { params: Promise.resolve({ step: name }) });
    const given = response.headers.get("set-cookie");
    if (given) jar.cookie = given.split(";")[0] ?? "";
    return response;
  };
  return {
    jar,
    step,
    signIn: (password = PASSWORD, email = GUEST) => step("sign-in", { email, password }),
    api: async () => createCaller(await makeContext(world, headers())),
  };
}

/** Someone invited at `own`, activated, signed in, and agreed unless said otherwise. */
export async function guestAt(house: Awaited<ReturnType<typeof makeHouse>>, agreed = true) {
  const { world } = house;
  const made = await house.invite("own");
  const guest = browser(world);
  await (await guest.api()).portal.activate({ code: await mailedCode(world), newPassword: PASSWORD });
  // What is mailed from here on is newer than the invitation.
  world.clock.advance(1_000);
  await guest.signIn();
  if (agreed) await (await guest.api()).portal.agree();
  return { ...made, guest };
}

export { PORTAL_COOKIE };
