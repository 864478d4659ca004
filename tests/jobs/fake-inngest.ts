import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What an Inngest server takes from Kroniek: events and registrations, each as it came. */
export interface FakeInngest {
  url: string;
  /** Each event each time it came */
  received: { id: string; name: string; data: Record<string, unknown> }[];
  /** As the server counts them: one for each id */
  events(): FakeInngest["received"];
  registered: { url: string; functions: { id: string; name: string }[]; authorization: string }[];
  keys: string[];
  /**
   * `up` answers · `down` refuses with 503 · `deaf` takes what is sent and breaks the line before it has answered,
   * so that the sender cannot know
   */
  mood: "up" | "down" | "deaf";
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

/** A small Inngest event and registration API over loopback. */
export async function startFakeInngest(): Promise<FakeInngest> {
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? "";
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (fake.mood === "down") return answer(503, { status: 503, error: "closed" });
    const event = /^\/e\/(.+)$/.exec(path);
    if (event) {
      const events = JSON.parse(text) as FakeInngest["received"];
      fake.keys.push(event[1] ?? "");
      fake.received.push(...events);
      if (fake.mood === "deaf") return void request.socket.destroy();
      return answer(200, { status: 200, ids: events.map(({ id }) => id) });
    }
    if (path === "/fn/register") {
      const { url, functions } = JSON.parse(text) as FakeInngest["registered"][number];
      fake.registered.push({ url, functions, authorization: request.headers.authorization ?? "" });
      return answer(200, { ok: true, modified: true });
    }
    answer(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fake: FakeInngest = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    events: () => [...new Map(fake.received.map((each) => [each.id, each])).values()],
    registered: [],
    keys: [],
    mood: "up",
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return fake;
}
