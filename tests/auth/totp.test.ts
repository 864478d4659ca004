import { describe, expect, it } from "vitest";
import { inGroups, toBase32 } from "@/server/auth/base32";
import { addressOf, codeAt, stepAt, stepOf } from "@/server/auth/totp";

const SEED = Buffer.from("12345678901234567890");

describe("a code of an authenticator app", () => {
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("at %i seconds is the one RFC 6238 gives", (seconds, code) => {
    const step = stepAt(seconds * 1_000);
    expect(codeAt(SEED, step, 8)).toBe(code);
    expect(codeAt(SEED, step)).toBe(code.slice(-6));
  });

  it("is right one step before and after its own, and no further", () => {
    const now = 1_234_567_890_000;
    const at = stepAt(now);
    const found = [-2, -1, 0, 1, 2].map((off) => stepOf(SEED, codeAt(SEED, at + off), now, null));
    expect(found).toEqual([undefined, at - 1, at, at + 1, undefined]);
  });

  it("that was used, or is older than one that was, is none", () => {
    const now = 1_234_567_890_000;
    const at = stepAt(now);
    const found = [-1, 0, 1].map((off) => stepOf(SEED, codeAt(SEED, at + off), now, at));
    expect(found).toEqual([undefined, undefined, at + 1]);
    expect(stepOf(SEED, "", now, null)).toBeUndefined();
    expect(stepOf(SEED, `${codeAt(SEED, at)} `, now, null)).toBeUndefined();
  });
});

describe("a seed", () => {
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("of %j is written as RFC 4648 gives it", (text, base32) => {
    expect(toBase32(Buffer.from(text))).toBe(base32);
  });

  it("is shown in groups of four, and named to the app with its account", () => {
    expect(inGroups("MZXW6YTBOI", " ")).toBe("MZXW 6YTB OI");
    const address = new URL(addressOf(SEED, "naam+1@huis.example"));
    expect(address.protocol).toBe("otpauth:");
    expect(decodeURIComponent(address.pathname)).toMatch(/\/Kroniek:naam\+1@huis\.example$/);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
      issuer: "Kroniek",
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});
