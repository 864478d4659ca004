"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextField } from "@/app/_ui/text-field";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { BASES, DATA_KIND_OPTIONS } from "@/server/consent/input";

type Party = Outputs["consent"]["parties"][number];
type Fields = Pick<Party, "name" | "purpose" | "basis" | "addressList"> & {
  legalGround: string;
  gets: string[];
};

const EMPTY: Fields = {
  name: "",
  purpose: "",
  basis: "consent",
  legalGround: "",
  gets: [],
  addressList: false,
};

/** A party as it will be: new, or a new version of one there is. */
export function PartyForm({ party }: { party?: Party }) {
  const t = useTranslations("parties");
  const trpc = useTRPC();
  const router = useRouter();
  const requestKey = useRef<string>(undefined);
  const [fields, setFields] = useState<Fields>(
    party ? { ...party, legalGround: party.legalGround ?? "", gets: party.getCodes } : EMPTY,
  );
  const [sameOrganisation, setSameOrganisation] = useState(false);
  /** Fields that were changed since the answer: what was wrong there is no longer known */
  const [mended, setMended] = useState<readonly string[]>([]);
  /** What is stored; more than this would be gone */
  const [kept, setKept] = useState(fields);
  useUnsaved(JSON.stringify(fields) !== JSON.stringify(kept));
  const set = (change: Partial<Fields>) => {
    setFields({ ...fields, ...change });
    setMended([...mended, ...Object.keys(change)]);
  };
  const adding = useMutation(
    trpc.consent.addParty.mutationOptions({
      onSuccess: ({ partyId }) => {
        setKept(fields);
        router.push(`/admin/parties/${encodeURIComponent(partyId)}`);
      },
    }),
  );
  const changing = useMutation(
    trpc.consent.changeParty.mutationOptions({
      onSuccess: ({ anew }) => {
        showToast(t(anew ? "changedAnew" : "changed"));
        setKept(fields);
        router.refresh();
      },
      onError: (error) => {
        // Beside what was typed, the versions below then show what the colleague made of it.
        if (error.data?.reason === "party-changed") router.refresh();
      },
    }),
  );
  const { error, isPending } = party ? changing : adding;
  const all = useMemo(
    () =>
      (error?.data?.fields ?? []).map(({ path, sentence }) => ({
        path,
        sentence,
        fieldId: `party-${path}`,
        message: sentence,
      })),
    [error],
  );
  const problems = all.filter(({ path }) => !mended.includes(path));
  const errorAt = (at: string) => problems.find(({ path }) => path === at)?.sentence;
  const send = () => {
    if (isPending) return;
    setMended([]);
    const { name, purpose, basis, legalGround, gets, addressList } = fields;
    const given = { name, purpose, basis, legalGround, gets, addressList };
    requestKey.current ??= crypto.randomUUID();
    if (party) changing.mutate({ ...given, sameOrganisation, partyId: party.id, version: party.version });
    else adding.mutate({ ...given, requestKey: requestKey.current });
  };
  return (
    <Card title={party ? t("change") : undefined}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ErrorSummary problems={problems} />
        {error && all.length === 0 && (
          <Notice tone="danger" title={t("notSaved")} announce>
            <p>{error.data ? error.message : t("noAnswer")}</p>
          </Notice>
        )}
        <TextField
          id="party-name"
          label={t("name")}
          value={fields.name}
          onChange={(event) => set({ name: event.target.value })}
          error={errorAt("name")}
        />
        {party && fields.name.trim() !== party.name && (
          <Checkbox
            label={t("sameOrganisation")}
            checked={sameOrganisation}
            onChange={(event) => setSameOrganisation(event.target.checked)}
          />
        )}
        <TextField
          id="party-purpose"
          label={t("purpose")}
          hint={t("purposeHint")}
          value={fields.purpose}
          onChange={(event) => set({ purpose: event.target.value })}
          error={errorAt("purpose")}
        />
        <RadioGroup
          cards
          name="basis"
          label={t("basis")}
          options={BASES.map((basis) => ({
            value: basis,
            label: t(`bases.${basis}`),
            hint: t(`basisMeaning.${basis}`),
          }))}
          value={fields.basis}
          onChange={(event) => {
            const chosen = BASES.find((basis) => basis === event.target.value);
            if (chosen) set({ basis: chosen });
          }}
        />
        {fields.basis !== "consent" && (
          <TextField
            id="party-legalGround"
            label={t("legalGround")}
            hint={t("legalGroundHint")}
            value={fields.legalGround}
            onChange={(event) => set({ legalGround: event.target.value })}
            error={errorAt("legalGround")}
          />
        )}
        <CheckboxGroup
          id="party-gets"
          label={t("gets")}
          options={[...DATA_KIND_OPTIONS]}
          value={fields.gets}
          onChange={(gets) => set({ gets })}
          error={errorAt("gets")}
        />
        <Checkbox
          label={t("getsAddressList")}
          checked={fields.addressList}
          onChange={(event) => set({ addressList: event.target.checked })}
        />
        {party && <p className="text-muted">{t("changeNote")}</p>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" busy={isPending && t("saving")}>
            {t(party ? "save" : "add")}
          </Button>
          <LinkButton href="/admin/parties">{t("back")}</LinkButton>
        </div>
      </form>
    </Card>
  );
}
