import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { CardLine, CardLines } from "@/app/_ui/card-lines";
import { EmptyState } from "@/app/_ui/empty-state";
import { Day } from "@/app/_ui/time";
import { placeText } from "../_parts/client-summary-of";
import type { Personalia } from "./person-card";

/** Where the client lives or is cared for, newest first. */
export function PlacesCard({ places }: { places: Personalia["places"] }) {
  const t = useTranslations("personalia");
  const who = useTranslations("client");
  return (
    <Card title={t("places")} flush={places.length === 0}>
      {places.length === 0 ? (
        <EmptyState>{t("placesEmpty")}</EmptyState>
      ) : (
        <CardLines>
          {places.map((place) => (
            <CardLine
              key={`${place.code} ${place.fromDate}`}
              title={placeText(place, who)}
              end={
                <>
                  {t("from")} <Day value={place.fromDate} />
                  {place.untilDate && (
                    <>
                      {" "}
                      {t("until")} <Day value={place.untilDate} />
                    </>
                  )}
                </>
              }
            />
          ))}
        </CardLines>
      )}
    </Card>
  );
}
