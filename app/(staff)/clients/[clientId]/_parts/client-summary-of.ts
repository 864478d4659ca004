import type { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { formatDay } from "@/app/_ui/dates";
import type { ClientSummary } from "./client-summary";

type ClientTexts = ReturnType<typeof useTranslations<"client">>;

type Place = Outputs["clients"]["header"]["places"][number];

/** "Huis Elzenhof, kamer 12"; a room that has a name is not called a room. */
export function placeText({ location, room }: Pick<Place, "location" | "room">, t: ClientTexts): string {
  if (!room) return location;
  return `${location}, ${/^\d/.test(room) ? t("room", { room }) : room}`;
}

/** What the header shows of a client, in words. */
export function clientSummaryOf(header: Outputs["clients"]["header"], t: ClientTexts): ClientSummary {
  const outOfCare = header.outOfCareSince && t("outOfCareSince", { day: formatDay(header.outOfCareSince) });
  return {
    number: String(header.number),
    name: header.titledName,
    callName: header.callName ?? undefined,
    initials: header.initials,
    birthDate: header.birthDate ?? undefined,
    age: header.age ?? undefined,
    deathDate: header.deathDate ?? undefined,
    sex: t(`genders.${header.gender}`),
    location: header.places.map((place) => placeText(place, t)).join(" · ") || outOfCare || undefined,
    ownRole: header.dossierRole ?? undefined,
    flags: header.flags,
  };
}
