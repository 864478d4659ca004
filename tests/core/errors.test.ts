import { expect, test, vi } from "vitest";
import { reasonOf } from "@/server/access/perform";
import { DomainError } from "@/server/core/errors";

test("an error thrown by another bundle's copy of the module is known by its brand", async () => {
  vi.resetModules();
  const other = await import("@/server/core/errors");
  expect(other.DomainError).not.toBe(DomainError);
  const error = new other.DomainError("database-busy");
  expect(error instanceof DomainError).toBe(true);
  expect(reasonOf(new Error("wrapped", { cause: error }))).toBe("database-busy");
  expect(new Error("plain") instanceof DomainError).toBe(false);
  expect(Object.create(null) instanceof DomainError).toBe(false);
});
