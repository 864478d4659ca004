"use client";

import "./globals.css";
import { locale } from "./_i18n/locale";
import { TextsProvider } from "./_i18n/texts-provider";
import { FailedPage, type FailedPageProps } from "./_ui/failed-page";

/** When the root layout itself broke: it stands in for the whole document. */
export default function GlobalFailed(props: FailedPageProps) {
  return (
    <html lang={locale}>
      <body>
        <TextsProvider>
          <FailedPage {...props} />
        </TextsProvider>
      </body>
    </html>
  );
}
