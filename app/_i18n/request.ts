import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/nl.json";
import { locale, timeZone } from "./locale";

/** Texts and zone for server components: one language, no locale in the address. */
export default getRequestConfig(async () => ({ locale, timeZone, messages }));
