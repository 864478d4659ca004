"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PeopleTable } from "./people-table";
import { AddDialog, ChangeDialog } from "./role-dialog";

export type Sharing = Outputs["sharing"]["page"];
export type Person = Sharing["people"][number];

/** Everyone with a role in the dossier, and the dialogs that give and change one. */
export function SharingDesk({ clientId, sharing }: { clientId: string; sharing: Sharing }) {
  const t = useTranslations("sharing");
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<Person>();
  const { people, mayAdd } = sharing;
  // Someone else may have changed the same role meanwhile: the form then shows what it became.
  const changing = people.find(({ personId }) => personId === chosen?.personId) ?? chosen;
  return (
    <>
      <Card
        title={t("people")}
        aside={
          mayAdd && (
            <Button icon={<UserPlus />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
        flush
      >
        {people.length === 0 ? (
          <EmptyState title={t("nobody")}>{t("nobodyHelp")}</EmptyState>
        ) : (
          <PeopleTable clientId={clientId} people={people} sharing={sharing} onChange={setChosen} />
        )}
      </Card>
      {adding && <AddDialog clientId={clientId} sharing={sharing} onClose={() => setAdding(false)} />}
      {changing && (
        <ChangeDialog
          key={changing.personId}
          clientId={clientId}
          person={changing}
          fields={sharing.changeFields}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
