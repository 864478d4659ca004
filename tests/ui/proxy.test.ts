import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import config from "@/next.config";
import * as proxyFile from "@/proxy";

const { proxy } = proxyFile;
const ask = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`));
const nonceOf = (policy: string | null) => policy?.match(/script-src 'nonce-([A-Za-z0-9+/=]{22,})'/)?.[1];

describe("security headers", () => {
  it("gives every response a nonce of its own", () => {
    const nonces = Array.from({ length: 200 }, () =>
      nonceOf(ask("/login").headers.get("content-security-policy")),
    );
    expect(nonces.every((nonce) => nonce !== undefined)).toBe(true);
    expect(new Set(nonces).size).toBe(200);
  });

  it("tells the page the same nonce as the browser", () => {
    const response = ask("/clients/10001");
    const nonce = nonceOf(response.headers.get("content-security-policy"));
    expect(response.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(response.headers.get("x-middleware-request-content-security-policy")).toContain(
      `'nonce-${nonce}'`,
    );
  });

  it("does not take a nonce from the request", () => {
    const request = new NextRequest("http://localhost:3000/", {
      headers: { "x-nonce": "chosen-by-someone-else" },
    });
    expect(proxy(request).headers.get("x-middleware-request-x-nonce")).not.toBe("chosen-by-someone-else");
  });

  it("allows no inline script, no foreign origin, no frame and no base", () => {
    const policy = ask("/").headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src [^;]*/)?.[0]).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it.each(["/", "/nergens", "/api/trpc/x", "/api/health", "/_next/static/chunks/a.js"])(
    "covers %s: nothing is left out",
    (path) => {
      const { headers } = ask(path);
      expect(nonceOf(headers.get("content-security-policy"))).toBeDefined();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
    },
  );

  it.each([
    ["/", true],
    ["/clients/10001", true],
    ["/api/trpc/x", true],
    ["/api/exports/1", true],
    ["/api/uploadsx", true],
    ["/x/api/uploads/documents", true],
    ["/api/uploads/documents", false],
  ])("sees %s: %s", (path, seen) => {
    expect(new RegExp(`^${proxyFile.config.matcher}$`).test(path)).toBe(seen);
  });

  it("gives what it does not see the same headers, and a policy that lets nothing run", async () => {
    const [rule, ...others] = (await config.headers?.()) ?? [];
    expect([rule?.source, others.length]).toEqual(["/api/uploads/:path*", 0]);
    const given = Object.fromEntries(rule?.headers.map(({ key, value }) => [key.toLowerCase(), value]) ?? []);
    const steady = ["x-content-type-options", "referrer-policy", "permissions-policy"];
    const { headers } = ask("/api/trpc/x");
    for (const name of [...steady, "cross-origin-opener-policy", "cross-origin-resource-policy"])
      expect([name, given[name]]).toEqual([name, headers.get(name)]);
    expect(given["cache-control"]).toBe("no-store");
    expect(given["content-security-policy"]).toContain("default-src 'none'");
    expect(given["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  it("frames blobs of the page's own and nothing else", () => {
    expect(ask("/").headers.get("content-security-policy")).toMatch(/frame-src blob:;/);
    expect(ask("/").headers.get("content-security-policy")).not.toContain("object-src");
  });

  it("forbids keeping anything but built files", () => {
    expect(ask("/clients/10001").headers.get("cache-control")).toBe("no-store");
    expect(ask("/api/exports/1").headers.get("cache-control")).toBe("no-store");
    expect(ask("/_next/static/chunks/a.js").headers.get("cache-control")).toBeNull();
  });
});
