"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmailText } from "@/app/_ui/email-text";
import { EmptyState } from "@/app/_ui/empty-state";
import { Moment } from "@/app/_ui/time";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import { InviteDialog } from "./invite-dialog";

export type Involved = Outputs["involved"]["list"];
type Person = Involved["people"][number];

/** Who has an account in the portal for this client, how it stands, and what may be done about it. */
export function PeopleCard({ clientId, involved }: { clientId: string; involved: Involved }) {
  const t = useTranslations("involved");
  const [inviting, setInviting] = useState(false);
  const { people, mayShare } = involved;
  const current = people.filter(({ state }) => state !== "ended");
  const former = people.filter(({ state }) => state === "ended");
  const table = (caption: string, items: Person[]) => (
    <DataTable
      caption={caption}
      captionHidden
      items={items}
      itemKey={({ relationId }) => relationId}
      columns={[
        { key: "name", label: t("name"), cell: (person) => <Who person={person} /> },
        { key: "kind", label: t("role"), cell: (person) => <What person={person} /> },
        { key: "state", label: t("state"), cell: (person) => <How person={person} /> },
        {
          key: "acts",
          label: t("acts"),
          labelHidden: true,
          cell: (person) => mayShare && <PersonActs clientId={clientId} person={person} />,
        },
      ]}
    />
  );
  return (
    <Card
      title={t("people")}
      flush
      aside={
        mayShare && (
          <Button icon={<UserPlus />} onClick={() => setInviting(true)}>
            {t("invite")}
          </Button>
        )
      }
    >
      {people.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyHelp")}</EmptyState>
      ) : (
        <>
          {current.length === 0 && <p className="px-pad py-3 text-muted">{t("nobodyNow")}</p>}
          {current.length > 0 && table(t("people"), current)}
        </>
      )}
      {former.length > 0 && (
        <details className="border-t border-line">
          <summary className="cursor-pointer px-pad py-2 text-sm text-link pointer-coarse:py-3">
            {t("former", { count: former.length })}
          </summary>
          {table(t("formerCaption"), former)}
        </details>
      )}
      {inviting && (
        <InviteDialog clientId={clientId} involved={involved} onClose={() => setInviting(false)} />
      )}
    </Card>
  );
}

function Who({ person }: { person: Person }) {
  return (
    <span className="grid">
      {person.name}
      <span className="font-normal text-muted">
        <EmailText email={person.email} />
      </span>
    </span>
  );
}

function What({ person }: { person: Person }) {
  const t = useTranslations("involved");
  return (
    <>
      <span className="block">{person.kindText}</span>
      <span className="text-muted">{person.kind === "network" ? t("viaCaren") : person.relation}</span>
    </>
  );
}

function How({ person }: { person: Person }) {
  const t = useTranslations("involved");
  const { state, madeAt, madeBy, endedAt, endedBy } = person;
  const [at, by] = state === "ended" && endedAt !== null ? [endedAt, endedBy ?? ""] : [madeAt, madeBy];
  return (
    <>
      <span className="block">{t(`states.${state}`)}</span>
      <span className="text-muted">{t.rich("since", { name: by, moment: () => <Moment value={at} /> })}</span>
    </>
  );
}

function PersonActs({ clientId, person }: { clientId: string; person: Person }) {
  const t = useTranslations("involved");
  const trpc = useTRPC();
  const { name, relationId, state, kind } = person;
  if (state === "ended" || kind === "network") return null;
  const input = { clientId, relationId };
  return (
    <span className="flex flex-wrap gap-1.5">
      {state === "invited" && (
        <AskedAct
          harmless
          act={trpc.involved.resend.mutationOptions()}
          input={input}
          text={t("resend")}
          label={t("resendOf", { name })}
          title={t("resendTitle", { name })}
          lines={[t("resendNew"), t("resendOld")]}
          actLabel={t("resendAct")}
          backLabel={t("resendBack")}
          busy={t("busy")}
          done={t("resent", { name })}
        />
      )}
      <AskedAct
        act={trpc.involved.remove.mutationOptions()}
        input={input}
        text={t("remove")}
        label={t("removeOf", { name })}
        title={t("removeTitle", { name })}
        lines={[t("removeNow", { name }), t("removeOpen"), t("removeStays")]}
        actLabel={t("removeAct")}
        backLabel={t("removeBack")}
        busy={t("busy")}
        done={t("removed", { name })}
      />
    </span>
  );
}
