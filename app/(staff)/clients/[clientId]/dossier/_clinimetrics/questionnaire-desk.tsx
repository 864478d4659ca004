"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Published } from "@/app/_questions/questions";
import { useTRPC } from "@/app/_trpc/client";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Skeleton } from "@/app/_ui/skeleton";
import type { EntryFormProps } from "../_writing/entry-form";
import { QuestionnaireForm } from "./questionnaire-form";

type DeskProps = Omit<EntryFormProps, "given">;

/** Asked once for this form: what is typed must not be overtaken by a later answer. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 };

/** The form of the part Vragenlijsten: choose a questionnaire and fill it in, go on with one, or correct one. */
export function QuestionnaireDesk({ given: { entry }, ...props }: EntryFormProps) {
  return entry ? <OldFilling {...props} entryId={entry.id} /> : <NewFilling {...props} />;
}

function NewFilling(props: DeskProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.questionnaires.choices.queryOptions({ clientId: props.clientId }, ONCE));
  const [chosen, setChosen] = useState<Published>();
  if (choices.error) return <LoadFailed message={choices.error.message} onRetry={() => choices.refetch()} />;
  if (!choices.data) return <Waiting />;
  if (!chosen) return <Picker questionnaires={choices.data.questionnaires} onChoose={setChosen} />;
  const { id, edition, definition } = chosen;
  return (
    <QuestionnaireForm
      key={id}
      {...props}
      title={definition.title}
      edition={String(edition)}
      intro={definition.intro}
      given={{
        questions: definition.questions,
        answers: {},
        filledInBy: null,
        note: null,
        begun: null,
        published: { questionnaireId: id, edition },
      }}
      onOther={() => setChosen(undefined)}
    />
  );
}

type PickerProps = { questionnaires: Published[]; onChoose: (chosen: Published) => void };

function Picker({ questionnaires, onChoose }: PickerProps) {
  const t = useTranslations("questionnaires");
  if (questionnaires.length === 0) {
    return (
      <Card flush>
        <EmptyState title={t("nonePublished")}>{t("nonePublishedWhat")}</EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("pick")}>
      <ul className="grid gap-2 tablet:grid-cols-2">
        {questionnaires.map((each) => (
          <li key={each.id} className="grid">
            <button
              type="button"
              className="grid content-start rounded-md border border-line-strong bg-surface px-3 py-2 text-left hover:bg-surface-hover"
              onClick={() => onChoose(each)}
            >
              <span className="font-bold">{each.definition.title}</span>
              <span className="text-sm text-muted">
                {t("pickLine", { count: each.definition.questions.length, edition: each.edition })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OldFilling({ entryId, ...props }: DeskProps & { entryId: string }) {
  const trpc = useTRPC();
  const input = { clientId: props.clientId, entryId };
  const filling = useQuery(trpc.questionnaires.filling.queryOptions(input, ONCE));
  if (filling.error) return <LoadFailed message={filling.error.message} onRetry={() => filling.refetch()} />;
  if (!filling.data) return <Waiting />;
  const { title, edition, intro, ...rest } = filling.data;
  return (
    <QuestionnaireForm
      {...props}
      title={title}
      edition={edition}
      intro={intro}
      given={{ ...rest, begun: filling.data, published: null }}
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
