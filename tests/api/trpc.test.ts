import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { DomainError } from "@/server/core/errors";
import { entriesOf, makeEmployee, makePlaces, openSession } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { cookieOf, input, post, serveWorld } from "./post";

async function employee() {
  const world = await makeWorld();
  await makePlaces(world);
  serveWorld(world);
  const id = await makeEmployee(world, [{ tasks: ["dossier.export", "dossier.view"], reach: "everywhere" }]);
  const session = await openSession(world, id);
  return { world, id, session, cookie: await cookieOf(world, session) };
}

const header = input({ clientId: "20001" });
const logged = (world: TestWorld) => world.db.read.$count(auditEntries);

/** Words that only the inside of the server knows. */
const INSIDE = /SQLITE|sqlite|select|insert|Failed query|params|node_modules|\.ts\b|\bat [A-Z]|stack|drizzle/;

describe("a batch", () => {
  const batch = (count: number) => ({
    path: `${Array(count).fill("clients.header").join(",")}?batch=1`,
    body: JSON.stringify(
      Object.fromEntries(Array.from({ length: count }, (_, at) => [at, JSON.parse(header) as unknown])),
    ),
  });

  it("of ten is answered and leaves ten rows", async () => {
    const { world, cookie } = await employee();
    const { status, text } = await post({ ...batch(10), cookie });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toHaveLength(10);
    expect(await logged(world)).toBe(10);
  });

  it("of eleven is refused and none of it is done", async () => {
    const { world, cookie } = await employee();
    const { status, text } = await post({ ...batch(11), cookie });
    expect(status).toBe(400);
    expect(text).not.toContain("Kanarie");
    expect(await logged(world)).toBe(0);
  });
});

describe("a body", () => {
  it("over 4 MB, or of a length not said, is refused unread", async () => {
    const { world, cookie } = await employee();
    const path = "clients.header";
    const huge = { "content-length": String(5 * 1024 * 1024) };
    expect((await post({ path, cookie, body: header, headers: huge })).status).toBe(413);
    for (const length of [undefined, "x", "NaN"]) {
      const headers = { "content-length": length };
      expect((await post({ path, cookie, body: header, headers })).status).toBe(413);
    }
    expect(await logged(world)).toBe(0);
  });

  it.each(["clients.header", "clients.list", "export.request"])(
    "that is no JSON is a plain refusal by %s, in one row, and nothing of it is repeated",
    async (path) => {
      const { world, cookie } = await employee();
      for (const body of ["{", "Verhoeven", '{"json":', "[]", '"x"', "5", ""]) {
        const before = await logged(world);
        const { status, text } = await post({ path, cookie, body });
        expect([400, 404], `${path} ${body}`).toContain(status);
        expect(text).not.toMatch(INSIDE);
        expect(text).not.toContain("Verhoeven");
        expect(await logged(world), `${path} ${body}`).toBe(before + 1);
      }
    },
  );
});

describe("an error nobody foresaw", () => {
  it("leaves as a reference number; the server log has the number, the kind and the place, but no message", async () => {
    const { world, cookie } = await employee();
    const lines: string[] = [];
    world.log = (message, facts) => lines.push(JSON.stringify({ message, ...facts }));
    await world.db.write((tx) => tx.run(sql`ALTER TABLE client_addresses RENAME TO elsewhere`));
    const { status, text } = await post({ path: "clients.personalia", cookie, body: header });
    expect(status).toBe(500);
    expect(text).not.toMatch(INSIDE);
    expect(text).not.toContain("client_addresses");
    const reference = /nummer ([0-9a-f]{8})/.exec(text)?.[1];
    expect(reference).toBeDefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(reference);
    expect(lines[0]).not.toMatch(/client-own|20001|Kanarie|client_addresses/);
  });

  it("before the door, while it is looked up who is calling, does not leave either", async () => {
    const { world, cookie } = await employee();
    const lines: string[] = [];
    world.log = (message, facts) => lines.push(JSON.stringify({ message, ...facts }));
    await world.db.write((tx) => tx.run(sql`ALTER TABLE sessions RENAME TO elsewhere`));
    const { status, text } = await post({ path: "clients.header", cookie, body: header });
    expect(status).toBe(500);
    expect(text).not.toMatch(INSIDE);
    expect(text).not.toContain("sessions");
    expect(text).toMatch(/nummer [0-9a-f]{8}/);
    expect(lines).toHaveLength(1);
  });

  it("about an address that is none repeats nothing of it", async () => {
    const { cookie } = await employee();
    for (const path of ["clients.verhoeven", "__proto__", "constructor", "clients", "toString.call"]) {
      const { status, text } = await post({ path, cookie, body: header });
      expect([400, 404]).toContain(status);
      expect(text).not.toMatch(/verhoeven|proto/);
      expect(text).not.toMatch(INSIDE);
    }
  });

  it("is 503 with its sentence while the database is busy, and nothing leaves", async () => {
    const { world, cookie } = await employee();
    const busy = { ...world.db, write: () => Promise.reject(new DomainError("database-busy")) };
    serveWorld({ ...world, db: busy });
    const { status, text } = await post({ path: "clients.header", cookie, body: header });
    expect(status).toBe(503);
    expect(text).toContain("Probeer het opnieuw");
    expect(text).not.toContain("Kanarie");
  });
});

describe("a refusal", () => {
  it("carries its reason and its sentence, and the schema's own words stay inside", async () => {
    const { cookie } = await employee();
    const body = input({ clientId: "20001", part: "x".repeat(100), search: "Verhoeven" });
    const { status, text } = await post({ path: "dossier.entries", cookie, body });
    expect(status).toBe(400);
    expect(text).toContain("input-invalid");
    expect(text).not.toMatch(/too_big|Verhoeven|xxxx|zod/i);
  });
});

describe("a cookie", () => {
  const me = (cookie: string | undefined) => post({ path: "account.me", ...(cookie && { cookie }) });

  it("of a living session signs in, among other cookies too", async () => {
    const { cookie } = await employee();
    expect((await me(cookie)).status).toBe(200);
    expect((await me(`a=b; ${cookie}; c=d=e`)).status).toBe(200);
  });

  it("that is forged, of another key, of another name, of no session or run out is nobody's", async () => {
    const { world, session, cookie } = await employee();
    const secret = world.keys.session;
    const [, token = ""] = cookie.split("=", 2);
    const plain = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(`{"sub":"${session}"}`).toString("base64url")}.`;
    const named = (value: string) => `${SESSION_COOKIE}=${value}`;
    const cookies = [
      undefined,
      named(""),
      named(session),
      named(plain),
      named(`${token.slice(0, -4)}AAAA`),
      await cookieOf(world, session, "ab".repeat(32)),
      await cookieOf(world, "no-such-session"),
      named(await encode({ token: { sub: session }, secret, maxAge: -1_000 })),
      named(await encode({ token: { id: session }, secret })),
      cookie.replace(SESSION_COOKIE, "next-auth.session-token"),
    ];
    for (const each of cookies) expect((await me(each)).status, each).toBe(401);
  });

  it("does not carry rights: they are read again at each call", async () => {
    const { world, cookie } = await employee();
    expect((await post({ path: "clients.header", cookie, body: header })).status).toBe(200);
    await world.db.write((tx) => tx.run(sql`DELETE FROM role_tasks`));
    const rows = await entriesOf(world, async () => {
      expect((await post({ path: "clients.header", cookie, body: header })).status).toBe(403);
    });
    expect(rows.map(({ detail }) => detail)).toEqual(["task-missing"]);
  });
});
