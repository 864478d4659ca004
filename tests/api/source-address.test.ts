import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { sourceOf } from "@/server/api/context";
import { trustSocketAddress } from "@/server/source-address";

it("without a proxy the socket says where a call came from, whatever the caller claims", async () => {
  trustSocketAddress();
  trustSocketAddress();
  const server = createServer((request, response) =>
    response.end(String(request.headers["x-forwarded-for"])),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const claims: Record<string, string>[] = [
    {},
    { "x-forwarded-for": "203.0.113.9" },
    { "X-Forwarded-For": "1.1.1.1, 2.2.2.2" },
  ];
  for (const headers of claims) {
    expect(await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()).toBe("127.0.0.1");
  }
  server.close();
});

it("behind a proxy its own addition counts, the last, and not what came before it", () => {
  expect(sourceOf(new Headers({ "x-forwarded-for": "1.1.1.1, 203.0.113.9" }))).toBe("203.0.113.9");
  expect(sourceOf(new Headers())).toBeNull();
});

const STOPPING = `
import { onStop } from "./server/stop.ts";
const said = [];
process.on("SIGTERM", () => { said.push("sockets"); console.log(said.join(" ")); process.exit(0); });
onStop(async () => {
  said.push("begin");
  process.kill(process.pid, "SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 50));
  said.push("written");
  FAULT
});
process.kill(process.pid, "SIGTERM");
setInterval(() => undefined, 1000);
`;

it.each([
  ["", ""],
  ["throw new Error('Verhoeven')", "Kroniek did not stop cleanly: Error\n"],
])(
  "a stop writes first and lets go of the sockets then, once, also when it fails (%j)",
  (fault, complaint) => {
    const program = STOPPING.replace("FAULT", fault);
    const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      encoding: "utf8",
      timeout: 30_000,
    });
    expect(run.stdout).toBe("begin written sockets\n");
    expect(run.stderr).toBe(complaint);
  },
);
