import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { carenSettings } from "@/db/schema/caren";
import type { World } from "@/server/core/world";

/** What both sides share. */
export const TOKEN = "a-token-of-at-least-thirty-two-characters";

/** A server on loopback that answers so; `stop` breaks what is under way. */
export async function listen(answer: RequestListener): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Lets a world's Caren be at an address. */
export async function setCaren(world: World, baseUrl: string): Promise<void> {
  world.env.caren = { token: TOKEN, elsewhere: { baseUrl, token: TOKEN } };
  const row = { id: "caren", driver: "http", changedAt: 0, changedBy: "Iemand" } as const;
  await world.db.write((tx) =>
    tx.insert(carenSettings).values(row).onConflictDoUpdate({ target: carenSettings.id, set: row }),
  );
}

const good = JSON.stringify({ links: [] });
/** A link as it should be told. */
export const link = {
  ...{ id: "l", clientId: "client-own", name: "Theo", role: "manager" },
  ...{ since: "2026-01-01T00:00:00.000Z", invitationId: null },
};
/** Answers with this. */
export const text =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  };

/** What a Caren can answer that is no answer. */
export const LIARS: Readonly<Record<string, RequestListener>> = {
  "no such service": text("", 404),
  "an error": text(good, 500),
  "a busy sign": text(good, 503),
  "a page": text("<!doctype html><title>Inloggen</title>"),
  "half an answer": text(good.slice(0, -3)),
  nothing: text(""),
  "other names": text(JSON.stringify({ clients: [] })),
  "a link without a client": text(JSON.stringify({ links: [{ ...link, clientId: "" }] })),
  "a role nobody has": text(JSON.stringify({ links: [{ ...link, role: "owner" }] })),
  "a moment that is none": text(JSON.stringify({ links: [{ ...link, since: "gisteren" }] })),
  "no text": (_request, response) => response.end(Buffer.from([0xff, 0xfe, 0x80])),
  "a way elsewhere": (request, response) => {
    if (request.url === "/elsewhere") return text(good)(request, response);
    response.writeHead(302, { location: "/elsewhere" });
    response.end();
  },
  "a cut line": (request) => request.socket.destroy(),
  "more than it says": (_request, response) => {
    response.writeHead(200, { "content-length": "10" });
    response.write("{");
    response.socket?.destroy();
  },
};

/** A drop now and then keeps the line alive: the whole answer has to be there in time. */
export const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const dripping = setInterval(() => response.write(" "), 100);
  response.on("close", () => clearInterval(dripping));
};
