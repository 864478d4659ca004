import { holds, type Line, textOf } from "./evidence/line";

/** Each proof by its name (CONTRACT.md); loaded only when asked for. */
const PROOFS: Record<string, () => Promise<{ run(): Promise<Line[]> }>> = {
  a11y: () => import("./evidence/a11y"),
  access: () => import("./evidence/access"),
  audit: () => import("./evidence/audit"),
  export: () => import("./evidence/export"),
  faults: () => import("./evidence/faults"),
  merge: () => import("./evidence/merge"),
  privacy: () => import("./evidence/privacy"),
};

const [name = ""] = process.argv.slice(2);
const proof = Object.hasOwn(PROOFS, name) ? PROOFS[name] : undefined;
if (proof) {
  const lines = await (await proof()).run();
  for (const line of lines) process.stdout.write(`${textOf(line)}\n`);
  process.exit(lines.length > 0 && lines.every(holds) ? 0 : 1);
}
process.stderr.write(
  `Which proof? npm run evidence -- NAME, with NAME one of: ${Object.keys(PROOFS).join(", ")}.\n`,
);
process.exit(2);
