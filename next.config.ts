import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `forbidden()`: a missing task answers 403 with its own page.
  experimental: { authInterrupts: true },
  images: { unoptimized: true },
  // exceljs reads zips through a package that reaches for a cloud client nobody has: left to Node, never bundled.
  serverExternalPackages: ["exceljs"],
};

export default withNextIntl(config);
