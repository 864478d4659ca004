"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/text-field";
import { filterTree } from "../../locations/filter-tree";
import { type CarenLocation, CarenTree } from "../_parts/caren-tree";

/** The tree, narrowed to what was typed, with the way up to it and what is below. */
export function LocationSearch({ tree }: { tree: CarenLocation[] }) {
  const t = useTranslations("onsClient");
  const [term, setTerm] = useState("");
  const field = useId();
  const { tree: shown, hits } = filterTree(tree, term);
  return (
    <Card flush>
      <search className="block border-b border-line p-pad">
        <TextField
          id={field}
          label={t("searchLocation")}
          hint={t("searchLocationHint")}
          autoComplete="off"
          maxLength={100}
          value={term}
          onChange={(event) => setTerm(event.target.value)}
          beside={term !== "" && <Button onClick={() => setTerm("")}>{t("searchClear")}</Button>}
        />
        <p role="status" className="sr-only">
          {term.trim() !== "" && t("locationHits", { count: hits })}
        </p>
      </search>
      {shown.length === 0 ? (
        <EmptyState title={tree.length === 0 ? t("noLocations") : t("locationNoHits")} />
      ) : (
        <CarenTree locations={shown} />
      )}
    </Card>
  );
}
