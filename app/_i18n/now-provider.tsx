"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { locale } from "./locale";

/**
 * The moment (epoch ms, the product's clock) for what is inside, on a page that stays open and asks the server again:
 * "vandaag" and "over 7 uur" keep being true. Texts and zone stay those of the page.
 */
export function NowProvider({ now, children }: { now: number; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} now={new Date(now)}>
      {children}
    </NextIntlClientProvider>
  );
}
