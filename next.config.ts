import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_i18n/request.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `forbidden()`: a missing task answers 403 with its own page.
  experimental: { authInterrupts: true },
  images: { unoptimized: true },
};

export default withNextIntl(config);
