import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
/** A copy of the start alone: were it not refused, there would be nothing to install or build. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-port-"));
  mkdirSync(join(folder, "scripts"));
  for (const name of ["run.mjs", "port.mjs"]) cpSync(join("scripts", name), join(folder, "scripts", name));
  writeFileSync(join(folder, ".env.example"), "");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(command: string, settings: Record<string, string>) {
  const env = {
    PATH: process.env.PATH,
    npm_config_offline: "true",
    NODE_ENV: "production",
    ...settings,
  } as const;
  return spawnSync(process.execPath, [join(folder, "scripts", "run.mjs"), command], {
    env,
    encoding: "utf8",
  });
}

async function takenPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: String((server.address() as AddressInfo).port), free: () => server.close() };
}

test.each(["start", "dev"])(
  "%s on a port in use is refused in one Dutch sentence, before anything is built",
  async (command) => {
    const { port, free } = await takenPort();
    const { status, stdout, stderr } = start(command, { PORT: port });
    free();
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `Poort ${port} is al in gebruik. Misschien draait Kroniek al: open http://localhost:${port}, of kies een andere poort met PORT=…\n`,
    );
  },
);

test.each([
  [{ PORT: "drieduizend" }, "PORT=drieduizend is geen poort"],
  [{ PORT: "70000" }, "PORT=70000 is geen poort"],
  [{ PORT: "0", HOST: "192.0.2.1" }, "Kroniek kan niet luisteren op 192.0.2.1, poort 0 (EADDRNOTAVAIL)"],
])("%j is refused in one Dutch sentence", (settings, sentence) => {
  const { status, stderr } = start("start", settings);
  expect(status).toBe(1);
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(sentence)]);
});

test("a free port is let go again: the start goes on to install", () => {
  const { stderr } = start("start", { PORT: "0" });
  expect(stderr).toContain("Installing packages");
});
