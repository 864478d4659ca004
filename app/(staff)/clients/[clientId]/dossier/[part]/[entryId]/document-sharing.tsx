"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";
import { showToast } from "@/app/_ui/toast-queue";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";

type Releases = Outputs["involved"]["releases"];
type Person = Releases["people"][number];

type DocumentSharingProps = { target: { clientId: string; entryId: string }; releases: Releases };

/** With whom in the portal a document is shared, sharing it with more of them, and stopping that. */
export function DocumentSharing({ target, releases }: DocumentSharingProps) {
  const t = useTranslations("involved");
  const { people, canShare, canBeShown } = releases;
  const shared = people.filter(({ release }) => release !== null);
  const others = people.filter(({ release }) => release === null);
  if (shared.length === 0 && !(canShare && canBeShown)) return null;
  return (
    <Card title={t("shareTitle")}>
      <div className="grid gap-4">
        {shared.length === 0 ? (
          <p>{t("sharedNobody")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {shared.map((person) => (
              <Shared key={person.relationId} target={target} person={person} canShare={canShare} />
            ))}
          </ul>
        )}
        {canShare && canBeShown && others.length > 0 && <ShareWith target={target} people={others} />}
        {canShare && people.length === 0 && <p className="text-muted">{t("shareNobody")}</p>}
      </div>
    </Card>
  );
}

type SharedProps = { target: DocumentSharingProps["target"]; person: Person; canShare: boolean };

function Shared({ target, person, canShare }: SharedProps) {
  const t = useTranslations("involved");
  const trpc = useTRPC();
  const { name, kindText, release, relationId } = person;
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span>
        <b className="block">{t("personOf", { name, kind: kindText })}</b>
        {release && (
          <span className="text-sm text-muted">
            {t.rich("since", { name: release.by, moment: () => <Moment value={release.at} /> })}
          </span>
        )}
      </span>
      {canShare && (
        <AskedAct
          act={trpc.involved.endRelease.mutationOptions()}
          input={{ ...target, relationId }}
          text={t("stop")}
          label={t("stopOf", { name })}
          title={t("stopTitle", { name })}
          lines={[t("stopNow", { name }), t("stopSaved")]}
          actLabel={t("stopAct")}
          backLabel={t("stopBack")}
          busy={t("busy")}
          done={t("stopped", { name })}
        />
      )}
    </li>
  );
}

function ShareWith({ target, people }: { target: DocumentSharingProps["target"]; people: Person[] }) {
  const t = useTranslations("involved");
  const router = useRouter();
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const sharing = useMutation(
    trpc.involved.release.mutationOptions({
      onSuccess: () => {
        showToast(t("sharedIt"));
        setChosen([]);
        router.refresh();
      },
    }),
  );
  const share = () => {
    setMissing(chosen.length === 0);
    if (chosen.length > 0) sharing.mutate({ ...target, relationIds: chosen });
  };
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        share();
      }}
    >
      <CheckboxGroup
        id="share-with"
        label={t("shareWith")}
        hint={t("shareHint")}
        options={people.map(({ relationId, name, kindText }) => ({
          value: relationId,
          label: t("personOf", { name, kind: kindText }),
        }))}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          setMissing(false);
        }}
        error={missing ? t("shareMissing") : undefined}
      />
      {sharing.error && (
        <Notice tone="danger" announce>
          <p>{sharing.error.data ? sharing.error.message : t("noAnswer")}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" busy={sharing.isPending && t("busy")}>
          {t("shareAct")}
        </Button>
      </div>
    </form>
  );
}
