import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/nl.json";
import { getWorld, healthOf } from "@/server/core/world";
import { locale, timeZone } from "./locale";

/**
 * Texts, zone and moment for server components: one language, no locale in the address. "vandaag" follows the
 * product's own clock; before it has started (error pages) next-intl takes the machine's.
 */
export default getRequestConfig(async () => {
  const now = healthOf().status === "ok" ? new Date(getWorld().clock.now()) : undefined;
  return { locale, timeZone, messages, now };
});
