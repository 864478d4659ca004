// Seconds, no database: types, lint, architecture.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const steps = [
  ["types", process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", "."]],
  ["lint", process.execPath, [join("node_modules", "@biomejs", "biome", "bin", "biome"), "check", "."]],
  [
    "architecture",
    process.execPath,
    [
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      "tests/architecture.test.ts",
      "tests/lockfile.test.ts",
      "--reporter=dot",
    ],
  ],
];
for (const [name, file, args] of steps) {
  const { status } = spawnSync(file, args, { stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`verify: ${name} failed\n`);
    process.exit(1);
  }
}
process.stdout.write("verify: types, lint and architecture are fine\n");
