import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "@fontsource-variable/literata/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getNow, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { locale } from "./_i18n/locale";
import { TextsProvider } from "./_i18n/texts-provider";
import { Toaster } from "./_ui/toaster";

/** `Rapportages 10001 – Kroniek`: a page sets the first half, never with a name in it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  const brand = t("brand");
  return {
    title: { default: brand, template: `%s – ${brand}` },
    description: t("description"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: "#12353b",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale}>
      <head>
        {/* react-aria reads the nonce here for the style element it adds. */}
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <TextsProvider now={await getNow()}>
          {children}
          <Toaster />
        </TextsProvider>
      </body>
    </html>
  );
}
