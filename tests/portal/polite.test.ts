import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { merged, type Texts } from "@/app/_i18n/polite";
import messages from "@/messages/nl.json";
import { isReason, sentenceOf } from "@/server/core/errors";
import { importsOf } from "../architecture/imports";

const IMPOLITE = /\b(?:je|jij|jou|jouw|functioneel beheer)\b/i;

/** Reasons that stand in a file the portal works with, in an act that only colleagues have. */
const STAFF_ONLY = ["instrument-off", "questionnaire-changed", "questionnaire-unpublished"];

interface Visited {
  path: string;
  text: string;
  /** Runs in the browser, where the portal's own texts are in place of the staff's */
  inBrowser: boolean;
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));

/** All files that are reached from these by imports of values, within a wing. */
function reached(starts: string[], wing: string): Visited[] {
  const seen = new Map<string, Visited>();
  const visit = (path: string, above: boolean) => {
    const text = readFileSync(path, "utf8");
    const inBrowser = above || text.startsWith('"use client"');
    const key = `${path} ${inBrowser}`;
    if (seen.has(key)) return;
    seen.set(key, { path, text, inBrowser });
    for (const { to, inside, typeOnly } of importsOf(path, text)) {
      if (!inside || typeOnly || !to.startsWith(wing)) continue;
      const file = [`${to}.tsx`, `${to}.ts`].find(existsSync);
      if (file) visit(file, inBrowser);
    }
  };
  for (const start of starts) visit(start, false);
  return [...seen.values()];
}

/** The text a dotted key stands for; `undefined` when there is none. */
function textAt(texts: Texts, key: string): string | Texts | undefined {
  return key
    .split(".")
    .reduce<string | Texts | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), texts);
}

/** The texts a file asks for by name: `t("key")`, also in a choice between two. */
function asked({ path, text, inBrowser }: Visited): { key: string; said: string; path: string }[] {
  const texts: Texts = inBrowser ? merged(messages, messages.polite) : messages;
  const spaces = [...text.matchAll(/(\w+) = (?:await )?(?:use|get)Translations\("(\w+)"\)/g)];
  return [...text.matchAll(/\b(\w+)(?:\.rich)?\(([^()]*)/g)].flatMap(({ 1: name, 2: inside = "", index }) => {
    // Two functions may each have their own `t`: the last one before it counts.
    const space = spaces.findLast((declared) => declared[1] === name && declared.index < index)?.[2];
    return [...inside.matchAll(/"([\w.-]+)"/g)].flatMap(([, word]) => {
      const key = `${space}.${word}`;
      const said = textAt(texts, key);
      return typeof said === "string" ? [{ key, said, path }] : [];
    });
  });
}

it("a page of the portal says u", () => {
  const pages = ["app/(caren)", "app/caren"].flatMap(sourcesIn);
  const said = reached(pages, "app/").flatMap(asked);
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter(({ said: words }) => IMPOLITE.test(words))).toEqual([]);
  expect(JSON.stringify([messages.portal, messages.portalContent, messages.polite])).not.toMatch(IMPOLITE);
});

it("a refusal in the portal says u, and sends nobody to a desk they do not know", () => {
  const doors = ["server/api", "app/api"]
    .flatMap(sourcesIn)
    .filter((path) => /\bportal(?:Self)?\(|inPortal: true|portalCaller/.test(readFileSync(path, "utf8")))
    .filter((path) => !/^server\/api\/(?:context|download|procedure|trpc|upload)\./.test(path));
  expect(doors.length).toBeGreaterThan(6);
  const reasons = reached(doors, "server/").flatMap(({ text }) =>
    [...text.matchAll(/DomainError\(([^()]*)/g)].flatMap(([, inside = ""]) =>
      [...inside.matchAll(/"([a-z-]+)"/g)].flatMap(([, word = ""]) => (isReason(word) ? [word] : [])),
    ),
  );
  expect(reasons).toContain("not-found");
  const said = reasons
    .filter((reason) => !STAFF_ONLY.includes(reason))
    .map((reason) => `${reason}: ${sentenceOf(reason, "portal")}`);
  expect([...new Set(said)].filter((words) => IMPOLITE.test(words))).toEqual([]);
});
