"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { CAREN_DRIVERS, type CarenDriver } from "@/server/caren/kinds";

type Settings = Outputs["caren"]["settings"];
type Fields = { driver: CarenDriver; messagesToNetwork: boolean; messagesToClient: boolean };

const drivers = Object.keys(CAREN_DRIVERS) as CarenDriver[];

/** The settings as a form. Did another change them meanwhile, then what holds now is shown beside what was chosen. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useTranslations("carenSettings");
  const trpc = useTRPC();
  const router = useRouter();
  const { driver, messagesToNetwork, messagesToClient, version, elsewhere } = settings;
  const form = useForm<Fields>({ defaultValues: { driver, messagesToNetwork, messagesToClient } });
  const change = useMutation(
    trpc.caren.changeSettings.mutationOptions({
      onSuccess: (_answer, sent) => {
        showToast(t("saved"));
        form.reset(sent);
        router.refresh();
      },
      onError: () => router.refresh(),
    }),
  );
  const { isDirty } = form.formState;
  useUnsaved(isDirty && !change.isSuccess);
  const submit = form.handleSubmit((fields) => change.mutate({ ...fields, version }));
  const conflict = change.error?.data?.reason === "caren-settings-changed";
  const onOff = (is: boolean) => t(is ? "on" : "off");
  const hint = (each: CarenDriver) =>
    each === "http" && elsewhere === null
      ? t("noAddress")
      : t(`driverHints.${each}`, { address: elsewhere ?? "" });
  return (
    <form noValidate className="grid gap-gap" onSubmit={submit}>
      {change.error && (
        <Notice tone="danger" announce>
          <p>{change.error.data ? change.error.message : t("noAnswer")}</p>
        </Notice>
      )}
      {conflict && (
        <Notice tone="info" title={t("now")}>
          <DefinitionList
            items={[
              { term: t("connection"), value: t(`drivers.${driver}`) },
              { term: t("messagesToNetwork"), value: onOff(messagesToNetwork) },
              { term: t("messagesToClient"), value: onOff(messagesToClient) },
            ]}
          />
        </Notice>
      )}
      <Card title={t("connection")}>
        <RadioGroup
          label={t("driver")}
          options={drivers.map((value) => ({ value, label: t(`drivers.${value}`), hint: hint(value) }))}
          {...form.register("driver")}
        />
      </Card>
      <Card title={t("options")}>
        <p className="pb-2 text-sm text-muted">{t("optionsNote")}</p>
        <Checkbox
          label={t("messagesToNetwork")}
          hint={t("messagesToNetworkHint")}
          {...form.register("messagesToNetwork")}
        />
        <Checkbox
          label={t("messagesToClient")}
          hint={t("messagesToClientHint")}
          {...form.register("messagesToClient")}
        />
      </Card>
      <div>
        <Button type="submit" look="primary" busy={change.isPending && t("saving")}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
