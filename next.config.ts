import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { nothingPolicy, steadyHeaders } from "./app/_security/headers";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `forbidden()`: a missing task answers 403 with its own page.
  experimental: { authInterrupts: true },
  images: { unoptimized: true },
  // No page without its title, not for a moment: a screen reader says the title first.
  htmlLimitedBots: /.*/,
  // exceljs reads zips through a package that reaches for a cloud client nobody has: left to Node, never bundled.
  serverExternalPackages: ["exceljs"],
  // Uploads do not pass the proxy (`proxy.ts`): what it gives every other answer, theirs get here, never a page's.
  headers: async () => [
    {
      source: "/api/uploads/:path*",
      headers: Object.entries({
        ...steadyHeaders,
        "Content-Security-Policy": nothingPolicy,
        "Cache-Control": "no-store",
      }).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default withNextIntl(config);
