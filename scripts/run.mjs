// The one door to every command of package.json. Plain JavaScript: in a fresh clone nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listenRefusal } from "./port.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [command = "start", ...given] = process.argv.slice(2);

/** Everything a build is made of. */
const SOURCES = [
  "app",
  "server",
  "db",
  "inngest",
  "messages",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
];
const CONFIG = ["postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];

function digest(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    hash.update(path).update("\0").update(readFileSync(path));
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

/** Runs `make` unless its stamp says it was done for these very sources. */
function once(stamp, paths, make) {
  const wanted = digest(paths);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function must(file, args, env = {}) {
  const { status, error } = spawnSync(file, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function install() {
  once(join("node_modules", ".kroniek-installed"), ["package.json", "package-lock.json", ".npmrc"], () => {
    process.stderr.write("Installing packages …\n");
    must("npm", ["ci", "--no-audit", "--no-fund"], { npm_config_loglevel: "error" });
  });
}

function build() {
  once(join(".next", "kroniek-built"), [...SOURCES, ...CONFIG], () => {
    process.stderr.write("Building …\n");
    must(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    });
  });
}

/** The settings of `.env`, made from the example at the first start; what the caller gave wins. */
function settings() {
  if (!existsSync(".env")) copyFileSync(".env.example", ".env");
  const lines = readFileSync(".env", "utf8").split("\n");
  const pairs = lines.map((line) => /^([A-Z_]+)=(.*)$/.exec(line.trim())).filter(Boolean);
  return { ...Object.fromEntries(pairs.map(([, key, value]) => [key, value])), ...process.env };
}

/** Hands over to another program: its signals and exit code are ours. */
function become(file, args, env) {
  const child = spawn(file, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) =>
    process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)),
  );
}

/** Where to listen. */
function address({ PORT, HOST }) {
  return { port: PORT || "3000", host: HOST || "127.0.0.1" };
}

/** Ends with one sentence when nothing can listen there: before a build replaces what a running Kroniek serves. */
async function mustListen() {
  const env = settings();
  const refusal = await listenRefusal(address(env), env.PUBLIC_URL);
  if (refusal === undefined) return;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

function next(mode) {
  const env = {
    ...settings(),
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const { port, host } = address(env);
  become(
    process.execPath,
    [join("node_modules", "next", "dist", "bin", "next"), mode, "-p", port, "-H", host],
    {
      ...env,
      PORT: port,
      HOST: host,
    },
  );
}

const script = (name) =>
  become(
    process.execPath,
    ["--import", "./scripts/typescript.mjs", join("scripts", `${name}.ts`), ...given],
    settings(),
  );

if (command === "start" || command === "dev") await mustListen();
install();
switch (command) {
  case "start":
    build();
    next("start");
    break;
  case "build":
    build();
    break;
  case "dev":
    next("dev");
    break;
  case "verify":
  case "test":
    become(process.execPath, [join("scripts", `${command}.mjs`), ...given], process.env);
    break;
  default:
    script(command);
}
