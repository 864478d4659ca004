import type { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import type { ClientSummary } from "./client-summary";

type Place = Outputs["clients"]["header"]["places"][number];

/** "Huis Elzenhof, kamer 12" */
export function placeText({ location, room }: Pick<Place, "location" | "room">): string {
  return room ? `${location}, ${room}` : location;
}

/** What the header shows of a client, in words. */
export function clientSummaryOf(
  header: Outputs["clients"]["header"],
  t: ReturnType<typeof useTranslations<"client">>,
): ClientSummary {
  return {
    number: String(header.number),
    name: header.titledName,
    callName: header.callName ?? undefined,
    initials: header.initials,
    birthDate: header.birthDate ?? undefined,
    age: header.age ?? undefined,
    deathDate: header.deathDate ?? undefined,
    sex: t(`genders.${header.gender}`),
    location: header.places.map(placeText).join(" · ") || undefined,
    flags: header.flags,
  };
}
