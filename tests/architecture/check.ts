import { type Import, importsOf, withoutComments } from "./imports";
import {
  EMPTY_NAMES,
  EXCEPTIONS,
  FORBIDDEN,
  GUARDED,
  LAYERS,
  MAY,
  MAY_NAME,
  PACKAGES,
  ROOM_MAY,
  SHARED_ROOMS,
  SIZES,
  TYPES_ONLY,
} from "./rules";

export interface Source {
  path: string;
  text: string;
}

function layerOf(path: string): string | undefined {
  return LAYERS.find(([, pattern]) => pattern.test(path))?.[0];
}

const roomOf = (path: string): string => path.split("/")[1] ?? "";

function excepted(from: string, { to, typeOnly }: Import): boolean {
  if (!typeOnly && TYPES_ONLY.some((pattern) => pattern.test(to))) return false;
  return EXCEPTIONS.some(([source, target]) => source.test(from) && target.test(to));
}

function roomsAgree(from: string, to: string): boolean {
  const room = roomOf(from);
  const other = roomOf(to);
  const more = ROOM_MAY[room] ?? [];
  return room === other || SHARED_ROOMS.includes(other) || more.includes("*") || more.includes(other);
}

function directionOf({ path }: Source, found: Import): string[] {
  const from = layerOf(path);
  const to = layerOf(found.to);
  if (!from || !to) return [`${path} imports ${found.to}, which has no place in the house`];
  const named = found.typeOnly ? (MAY_NAME[from] ?? []) : [];
  const may = from === to || MAY[from]?.includes(to) || named.includes(to);
  const rooms = from !== "room" || to !== "room" || roomsAgree(path, found.to);
  return (may && rooms) || excepted(path, found) ? [] : [`${path} imports ${found.to} (${from} → ${to})`];
}

function guardsOf({ path }: Source, found: Import): string[] {
  if (found.typeOnly) return [];
  const guarded = GUARDED.filter(({ module, allowed }) => module === found.to && !allowed.test(path));
  const taken = guarded.flatMap(({ names }) =>
    found.names.filter((name) => names.includes(name) || name.startsWith("*")),
  );
  const packages = PACKAGES.filter(({ name, allowed }) => name === found.to && !allowed.test(path));
  return [
    ...taken.map((name) => `${path} may not use ${name} of ${found.to}`),
    ...packages.map(({ name }) => `${path} may not use the package ${name}`),
  ];
}

function wordsOf({ path, text }: Source): string[] {
  const code = withoutComments(text);
  const comments = FORBIDDEN.filter(({ what }) => what === "silenced checks");
  return FORBIDDEN.filter((rule) => rule.text.test(comments.includes(rule) ? text : code))
    .filter(({ except }) => !except?.test(path))
    .map(({ what }) => `${path} holds ${what}`);
}

function sizeOf({ path, text }: Source): string[] {
  const rule = SIZES.find(([pattern, holding]) => pattern.test(path) && (holding?.test(text) ?? true));
  const lines = text.trimEnd().split("\n").length;
  return rule && lines > rule[2] ? [`${path} has ${lines} lines, more than ${rule[2]}`] : [];
}

/** Holds sources against the rules of the house. @returns what is wrong, in words; nothing when all is well */
export function check(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const imports = importsOf(source.path, source.text);
    return [
      ...imports.filter(({ inside }) => inside).flatMap((found) => directionOf(source, found)),
      ...imports.flatMap((found) => guardsOf(source, found)),
      ...wordsOf(source),
      ...sizeOf(source),
      ...(EMPTY_NAMES.test(source.path) ? [`${source.path} has a name that says nothing`] : []),
    ];
  });
}
