"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Card } from "@/app/_ui/card";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Notice } from "@/app/_ui/notice";
import { Skeleton } from "@/app/_ui/skeleton";
import { sentenceOf } from "@/server/core/errors";
import type { EntryFormProps } from "../_writing/entry-form";
import { chosenMeasure, openedMeasure } from "./measure";
import { MeasurePicker } from "./measure-picker";
import { MeasurementForm } from "./measurement-form";

type DeskProps = Omit<EntryFormProps, "given">;

/** Asked once for this form: what is typed must not be overtaken by a later answer. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 };

/** The form of the part Metingen: choose what is measured and fill it in, or correct one. */
export function MeasurementDesk({ given: { entry }, ...props }: EntryFormProps) {
  return entry ? <OldMeasurement {...props} entryId={entry.id} /> : <NewMeasurement {...props} />;
}

function NewMeasurement(props: DeskProps) {
  const t = useTranslations("clinimetrics");
  const trpc = useTRPC();
  const choices = useQuery(trpc.clinimetrics.choices.queryOptions({ clientId: props.clientId }, ONCE));
  const [code, setCode] = useState<string>();
  if (choices.error) return <LoadFailed message={choices.error.message} onRetry={() => choices.refetch()} />;
  if (!choices.data) return <Waiting />;
  const measure = code === undefined ? undefined : chosenMeasure(choices.data, code);
  if (measure) {
    return (
      <MeasurementForm
        key={measure.code}
        {...props}
        measure={measure}
        now={choices.data.now}
        onOther={() => setCode(undefined)}
      />
    );
  }
  return (
    <>
      {code !== undefined && (
        <Notice tone="warning" announce>
          <p>{sentenceOf("instrument-off")}</p>
        </Notice>
      )}
      <p>{t("pick")}</p>
      <MeasurePicker choices={choices.data} onChoose={setCode} />
    </>
  );
}

function OldMeasurement({ entryId, ...props }: DeskProps & { entryId: string }) {
  const trpc = useTRPC();
  const input = { clientId: props.clientId, entryId };
  const opened = useQuery(trpc.clinimetrics.open.queryOptions(input, ONCE));
  if (opened.error) return <LoadFailed message={opened.error.message} onRetry={() => opened.refetch()} />;
  if (!opened.data) return <Waiting />;
  return (
    <MeasurementForm
      {...props}
      measure={openedMeasure(opened.data)}
      opened={opened.data}
      now={opened.data.moment}
    />
  );
}

function Waiting() {
  return (
    <Card>
      <Skeleton lines={8} />
    </Card>
  );
}
