import { dirname, join } from "node:path/posix";

/** One mention of another module in a source file. */
export interface Import {
  /** Repository path without extension, or the name of a package */
  to: string;
  inside: boolean;
  /** Types only: gone when the code runs */
  typeOnly: boolean;
  names: readonly string[];
}

/** Source without comments, so that what is written about code is not taken for code. */
export function withoutComments(source: string): string {
  const code =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g;
  return source.replace(code, (_, text: string | undefined) => text ?? " ");
}

const STATIC =
  /^[ \t]*(?:import|export)\s+(type\s+)?((?:[\w$*]+\s*,\s*)?(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})\s+from\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)|new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url/g;

function resolve(from: string, specifier: string): Pick<Import, "to" | "inside"> {
  const bare = specifier.replace(/\.(?:tsx?|mjs|js)$/, "");
  if (bare.startsWith("@/")) return { to: bare.slice(2), inside: true };
  if (bare.startsWith(".")) return { to: join(dirname(from), bare), inside: true };
  return { to: specifier, inside: false };
}

function namesOf(clause: string): { names: string[]; typeOnly: boolean } {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1];
  const listed = (braces ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  const plain = clause
    .replace(/\{[^}]*\}/, "")
    .replace(/\bfrom\b/, "")
    .replace(",", "")
    .trim();
  const names = listed.map((each) => each.replace(/^type\s+/, "").split(/\s+as\s+/)[0] ?? "");
  return {
    names: plain === "" ? names : [...names, plain],
    typeOnly: plain === "" && listed.length > 0 && listed.every((each) => each.startsWith("type ")),
  };
}

/** Everything a file imports: static, dynamic, re-exported, for types only, and the files of workers. */
export function importsOf(path: string, source: string): Import[] {
  const code = withoutComments(source);
  const fixed = [...code.matchAll(STATIC)].map(([, type, clause, specifier]): Import => {
    const { names, typeOnly } = namesOf(clause ?? "");
    return { ...resolve(path, specifier ?? ""), typeOnly: type !== undefined || typeOnly, names };
  });
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, called, file]): Import => {
    return { ...resolve(path, called ?? file ?? ""), typeOnly: false, names: ["*"] };
  });
  return [...fixed, ...dynamic];
}
