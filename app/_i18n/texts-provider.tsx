"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import messages from "@/messages/nl.json";
import { locale, timeZone } from "./locale";

/**
 * Texts for client components, react-aria's own included. The messages are bundled here as an immutable script:
 * passing them from the server would repeat the whole file in every page. `now` is the moment of the server, so that "vandaag" is the same before and after hydration.
 */
export function TextsProvider({ now, children }: { now?: Date; children: ReactNode }) {
  return (
    <NextIntlClientProvider now={now} locale={locale} timeZone={timeZone} messages={messages}>
      <I18nProvider locale="nl-NL">{children}</I18nProvider>
    </NextIntlClientProvider>
  );
}
