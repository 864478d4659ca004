import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { addressWarning, readEnv } from "@/server/core/env";

describe("settings", () => {
  it("have safe defaults: loopback, production, no trust in a proxy, demo not decided", () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      loopback: true,
      production: true,
      trustProxy: false,
      demo: undefined,
      clockOffsetMs: 0,
      publicUrl: "http://localhost:3000",
    });
    expect(isAbsolute(env.dataDir)).toBe(true);
  });

  it("name every wrong variable at once", () => {
    const wrong = { PORT: "lots", DEMO: "yes", PUBLIC_URL: "not an address", CLOCK_OFFSET_MS: "1.5" };
    expect(() => readEnv(wrong)).toThrow(
      "De instellingen kloppen niet. PORT moet een getal van 0 tot en met 65535 zijn; DEMO moet 0 of 1 zijn; " +
        "CLOCK_OFFSET_MS moet een geheel getal zijn; " +
        "PUBLIC_URL moet een volledig adres zijn, zoals https://dossier.example.",
    );
  });

  it("count an empty variable as not given", () => {
    expect(readEnv({ PORT: "", DEMO: "", PUBLIC_URL: "", INNGEST_DEV: "" }).port).toBe(3000);
  });

  it.each(["1", "true", "http://localhost:8288", "yes"])("refuse INNGEST_DEV=%s in production", (value) => {
    expect(() => readEnv({ NODE_ENV: "production", INNGEST_DEV: value })).toThrow(/INNGEST_DEV/);
    expect(() => readEnv({ INNGEST_DEV: value })).toThrow(/INNGEST_DEV/);
  });

  it("allow INNGEST_DEV while developing, and its off value anywhere", () => {
    expect(readEnv({ NODE_ENV: "development", INNGEST_DEV: "1" }).production).toBe(false);
    expect(readEnv({ NODE_ENV: "production", INNGEST_DEV: "0" }).production).toBe(true);
  });

  it.each([
    ["localhost", true],
    ["127.0.0.1", true],
    ["127.8.8.8", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.4", false],
    ["127.0.0.1.evil.example", false],
    ["localhost.evil.example", false],
  ])("know whether %s is this machine only: %s", (host, loopback) => {
    expect(readEnv({ HOST: host }).loopback).toBe(loopback);
  });

  it("send mail nowhere by default, and never a password over a connection in the clear", () => {
    expect(readEnv({}).smtp).toBeUndefined();
    const smtpOf = (url: string) => readEnv({ SMTP_URL: url }).smtp;
    expect(smtpOf("smtp://mail.example")).toMatchObject({ port: 587, secure: false, requireTls: false });
    expect(smtpOf("smtps://mail.example")).toMatchObject({ port: 465, secure: true });
    expect(smtpOf("smtp://jan:p%40s@mail.example:25")).toMatchObject({
      port: 25,
      requireTls: true,
      auth: { user: "jan", pass: "p@s" },
    });
    expect(smtpOf("smtp://jan:p@127.0.0.1:1025")?.requireTls).toBe(false);
    for (const wrong of ["https://mail.example", "smtp://", "mail.example"])
      expect(() => smtpOf(wrong)).toThrow(/SMTP_URL/);
  });

  it("name the sender of mail, which is one address and nothing behind it", () => {
    expect(readEnv({ PUBLIC_URL: "https://dossier.example" }).mailFrom).toBe(
      "Kroniek <noreply@dossier.example>",
    );
    expect(readEnv({ MAIL_FROM: "post@zorg.example" }).mailFrom).toBe("post@zorg.example");
    for (const wrong of ["post", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example"])
      expect(() => readEnv({ MAIL_FROM: wrong })).toThrow(/MAIL_FROM/);
  });

  it("says at the start what to set when people elsewhere could not get in", () => {
    const said = (given: Record<string, string>) => addressWarning(readEnv(given));
    expect(said({})).toBeUndefined();
    expect(said({ HOST: "::1" })).toBeUndefined();
    expect(said({ HOST: "0.0.0.0", PORT: "3100" })).toMatch(/0\.0\.0\.0.*localhost:3100.*PUBLIC_URL=https:/);
    expect(said({ HOST: "0.0.0.0", PUBLIC_URL: "http://dossier.example" })).toContain("https");
    expect(said({ HOST: "0.0.0.0", PUBLIC_URL: "https://dossier.example" })).toBeUndefined();
  });
});
