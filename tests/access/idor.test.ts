import { expect, it } from "vitest";
import { makeWorld } from "../world";
import { runIdor } from "./idor";

it("no id of a client out of reach, wherever it is put, shows or changes anything, and each try is logged", async () => {
  const { attempts, leaks, writes } = await runIdor(await makeWorld());
  expect(leaks).toEqual([]);
  expect(writes).toEqual([]);
  expect(attempts).toBeGreaterThan(300);
}, 400_000);

it("the same tries do show and change things for someone whose reach it is: the proof can fail", async () => {
  const { leaks, writes } = await runIdor(await makeWorld(), "everywhere");
  expect(leaks.some((name) => name.startsWith("clients.personalia"))).toBe(true);
  expect(leaks.some((name) => name.startsWith("/api/documents/document-beside"))).toBe(true);
  expect(leaks.some((name) => name.startsWith("/api/exports/export-beside"))).toBe(true);
  expect(writes).toContain("export.request");
}, 400_000);
