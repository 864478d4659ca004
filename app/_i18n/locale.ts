/** The one language of the interface. */
export const locale = "nl";

/** Every shown time is a wall-clock time in the Netherlands. */
export const timeZone = "Europe/Amsterdam";
