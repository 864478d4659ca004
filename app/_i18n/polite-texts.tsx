"use client";

import { NextIntlClientProvider, useNow } from "next-intl";
import { type ReactNode, useMemo } from "react";
import messages from "@/messages/nl.json";
import { locale, timeZone } from "./locale";
import { merged } from "./polite";

/** Texts for building blocks used in the portal: staff are addressed with `je`, everyone there with `u`. */
export function PoliteTexts({ children }: { children: ReactNode }) {
  const polite = useMemo(() => ({ ...messages, ...merged(messages, messages.polite) }), []);
  const now = useNow();
  return (
    <NextIntlClientProvider now={now} locale={locale} timeZone={timeZone} messages={polite}>
      {children}
    </NextIntlClientProvider>
  );
}
