"use client";

import { NextIntlClientProvider, useNow } from "next-intl";
import { type ReactNode, useMemo } from "react";
import messages from "@/messages/nl.json";
import { locale, timeZone } from "./locale";

type Texts = { [key: string]: string | Texts };

/** The texts, with those that are said otherwise to clients and family in place of the staff's. */
function merged(texts: Texts, instead: Texts): Texts {
  const said = { ...texts };
  for (const [key, text] of Object.entries(instead)) {
    const own = said[key];
    said[key] = typeof text === "string" || typeof own !== "object" ? text : merged(own, text);
  }
  return said;
}

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
