import type messages from "@/messages/nl.json";

// A key that is not in messages/nl.json does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: "nl";
    Messages: typeof messages;
  }
}
