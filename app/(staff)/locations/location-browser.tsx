"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/text-field";
import { filterTree, findLocation, type Location } from "./filter-tree";
import { LocationClients } from "./location-clients";
import { LocationTree } from "./location-tree";

/** The tree at the left, the clients of the chosen place at the right (on a phone: below it). */
export function LocationBrowser({ locations, seesCaren }: { locations: Location[]; seesCaren: boolean }) {
  const t = useTranslations("locations");
  const [at, setAt] = useQueryState("at", parseAsString);
  const [term, setTerm] = useState("");
  const field = useId();
  const { tree, hits } = filterTree(locations, term);
  const chosen = at === null ? undefined : findLocation(locations, at);
  return (
    <div className="grid items-start gap-gap desk:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <Card flush>
        <search className="block border-b border-line p-pad">
          <TextField
            id={field}
            label={t("search")}
            hint={t("searchHint")}
            autoComplete="off"
            maxLength={100}
            value={term}
            onChange={(event) => setTerm(event.target.value)}
            beside={term !== "" && <Button onClick={() => setTerm("")}>{t("searchClear")}</Button>}
          />
          <p role="status" className="sr-only">
            {term.trim() !== "" && t("found", { count: hits })}
          </p>
        </search>
        {tree.length === 0 ? (
          <EmptyState title={t("noHits", { term: term.trim() })} />
        ) : (
          <LocationTree key={term.trim()} locations={tree} chosen={at} onChoose={setAt} />
        )}
      </Card>
      {chosen ? (
        <LocationClients key={chosen.code} location={chosen} seesCaren={seesCaren} />
      ) : (
        <Card>
          <p className="text-muted">{t("choose")}</p>
        </Card>
      )}
    </div>
  );
}
