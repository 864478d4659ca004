import { expect, test } from "vitest";
import { functions } from "@/inngest/functions";
import { namesOf } from "@/inngest/start";
import { readEnv } from "@/server/core/env";

const keys = { INNGEST_SIGNING_KEY: "signkey-prod-0a1b", INNGEST_EVENT_KEY: "event" };

test("without settings the embedded engine runs the functions", () => {
  expect(readEnv({}).inngest).toBeUndefined();
  expect(readEnv({ INNGEST_BASE_URL: "", INNGEST_EVENT_KEY: "" }).inngest).toBeUndefined();
});

test("an own server needs its address and both keys; Inngest Cloud only the keys", () => {
  expect(readEnv({ ...keys, INNGEST_BASE_URL: "http://inngest:8288" }).inngest).toEqual({
    baseUrl: "http://inngest:8288",
    signingKey: "signkey-prod-0a1b",
    eventKey: "event",
    serveOrigin: "http://localhost:3000",
  });
  const cloud = readEnv({ ...keys, PUBLIC_URL: "https://dossier.example" }).inngest;
  expect(cloud).toMatchObject({ serveOrigin: "https://dossier.example" });
  expect(cloud).not.toHaveProperty("baseUrl");
  const inside = readEnv({ ...keys, INNGEST_SERVE_ORIGIN: "http://kroniek:3000" }).inngest;
  expect(inside?.serveOrigin).toBe("http://kroniek:3000");
});

test.each([
  [{ INNGEST_BASE_URL: "http://inngest:8288" }, /INNGEST_SIGNING_KEY en INNGEST_EVENT_KEY ontbreken\./],
  [{ INNGEST_SIGNING_KEY: keys.INNGEST_SIGNING_KEY }, /maar INNGEST_EVENT_KEY ontbreekt\./],
  [{ INNGEST_EVENT_KEY: "event" }, /maar INNGEST_SIGNING_KEY ontbreekt\./],
  [{ ...keys, INNGEST_SIGNING_KEY: "signkey-prod-geheim" }, /geen hexadecimale tekst/],
  [{ ...keys, INNGEST_SIGNING_KEY: "abc" }, /geen hexadecimale tekst/],
  [{ ...keys, INNGEST_BASE_URL: "redis://inngest:8288" }, /http:\/\/ of https:\/\//],
  [{ ...keys, CLOCK_OFFSET_MS: "1000" }, /CLOCK_OFFSET_MS/],
])("half-set or impossible settings %j are refused with what to do", (settings, words) => {
  expect(() => readEnv(settings)).toThrow(words);
});

test("each function of the product has a Dutch name for the page", () => {
  for (const [id, name] of namesOf(functions)) {
    expect(id.startsWith("kroniek-")).toBe(true);
    expect(name).toMatch(/^[A-Z][a-zéë]+ .+/);
  }
});
