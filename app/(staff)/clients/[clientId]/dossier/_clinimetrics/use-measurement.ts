"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { answerId } from "@/app/_questions/questions";
import { useTRPCClient } from "@/app/_trpc/client";
import { dayAt, formatDay, timeAt } from "@/app/_ui/dates";
import type { TypedMoment } from "@/app/_ui/moment-field";
import { parseDay } from "@/app/_ui/parse-day";
import { parseTime } from "@/app/_ui/parse-time";
import { useUnsavedValue } from "@/app/_ui/unsaved";
import {
  type Measure,
  type Opened,
  sentAnswers,
  type TypedAnswers,
  typedAnswers,
  wrongAnswers,
} from "./measure";
import type { Difference } from "./newest-notice";
import { CONFIRM_ID, unlikelyOf } from "./reading-fields";
import { useSending, type Wrong, wrongAt } from "./use-sending";

/** Where an error of the moment leads. */
export const MOMENT_ID = "measured-at";

/** What stands in the form. */
interface Typed {
  moment: TypedMoment;
  answers: TypedAnswers;
  bodySite: string;
  note: string;
  reason: string;
  confirmed: boolean;
}

const typedMoment = (at: number): TypedMoment => ({ day: formatDay(dayAt(at)), time: timeAt(at) });

function typedOf(opened: Opened | undefined, now: number): Typed {
  return {
    moment: typedMoment(opened?.moment ?? now),
    answers: opened ? typedAnswers(opened) : {},
    bodySite: opened?.bodySite ?? "",
    note: opened?.note ?? "",
    reason: "",
    confirmed: false,
  };
}

type MeasurementOf = {
  clientId: string;
  measure: Measure;
  /** The entry that is corrected; without it a new one is made */
  opened?: Opened;
  /** Epoch ms a new one starts with */
  now: number;
  onStored: (id: string) => void;
};

/** The filling in of a measurement: what is typed, what is wrong with it, storing it, and someone else's version. */
export function useMeasurement({ clientId, measure, opened, now, onStored }: MeasurementOf) {
  const t = useTranslations("clinimetrics");
  const client = useTRPCClient();
  const [base, setBase] = useState(opened);
  const [typed, setTyped] = useState<Typed>(() => typedOf(opened, now));
  const [newest, setNewest] = useState<Opened>();
  const set = (changed: Partial<Typed>) => setTyped((before) => ({ ...before, ...changed }));
  const leave = useUnsavedValue(typed);

  const send = async (): Promise<string> => {
    const said = {
      ...{ clientId, measure: measure.code, answers: sentAnswers(measure, typed.answers) },
      day: parseDay(typed.moment.day) ?? "",
      time: parseTime(typed.moment.time) ?? "",
      ...{ bodySite: typed.bodySite, note: typed.note, confirmed: typed.confirmed },
    };
    if (!base) {
      const { requestKey } = sending;
      return (await client.clinimetrics.record.mutate({ ...said, requestKey })).id;
    }
    const { entryId, version } = base;
    const aim = { entryId, version, reason: typed.reason };
    return (await client.clinimetrics.correct.mutate({ ...said, ...aim })).id;
  };

  const sending = useSending({
    idOf: (path) => (path === "moment" ? MOMENT_ID : answerId(path.replace(/^answers\./, ""))),
    onStale: async () => {
      if (base) setNewest(await client.clinimetrics.open.query({ clientId, entryId: base.entryId }));
    },
  });

  /** All that must be mended before it is sent, in the order of the form. */
  const wrong = (): Wrong[] => {
    const { day, time } = typed.moment;
    const moment =
      parseDay(day) && parseTime(time) ? [] : [wrongAt(MOMENT_ID, t("measuredAt"), t("momentWrong"))];
    const answers = wrongAnswers(measure, typed.answers).map(([code, problem]) =>
      wrongAt(answerId(code), nameOf(measure, code), t(`problem.${problem}`)),
    );
    const unlikely = measure.kind === "plain" ? unlikelyOf(measure.measure, typed.answers) : [];
    const unsure =
      unlikely.length > 0 && !typed.confirmed ? [wrongAt(CONFIRM_ID, measure.label, t("confirmFirst"))] : [];
    return [...moment, ...answers, ...unsure];
  };

  return {
    ...{ base, typed, set, sending, leave },
    answer: (code: string, answer: string) => {
      sending.touch(answerId(code));
      // Another reading is another question whether it is right.
      setTyped((before) => ({ ...before, answers: { ...before.answers, [code]: answer }, confirmed: false }));
    },
    submit: () => void sending.submit(wrong(), send, onStored),
    newest: newest && {
      differences: differencesOf(measure, typed, typedOf(newest, now), t),
      keepMine: () => {
        setBase(newest);
        setNewest(undefined);
      },
      takeTheirs: () => {
        setBase(newest);
        setTyped({ ...typedOf(newest, now), reason: typed.reason });
        setNewest(undefined);
      },
    },
  };
}

function nameOf(measure: Measure, code: string): string {
  if (measure.kind === "instrument")
    return measure.instrument.items.find((item) => item.code === code)?.label ?? measure.label;
  if (measure.kind === "words") return measure.label;
  return measure.measure.readings.length === 1
    ? measure.label
    : (measure.measure.readings.find((reading) => reading.code === code)?.label ?? measure.label);
}

function answerWords(measure: Measure, code: string, typed: string): string {
  if (measure.kind !== "instrument") return typed;
  const item = measure.instrument.items.find((each) => each.code === code);
  return item?.options.find((option) => option.code === typed)?.label ?? typed;
}

function differencesOf(
  measure: Measure,
  mine: Typed,
  theirs: Typed,
  t: ReturnType<typeof useTranslations<"clinimetrics">>,
): Difference[] {
  const both = (key: string, label: string, of: (typed: Typed) => string) => ({
    ...{ key, label, mine: of(mine), theirs: of(theirs) },
  });
  const codes = [...new Set([...Object.keys(theirs.answers), ...Object.keys(mine.answers)])];
  return [
    both("moment", t("measuredAt"), ({ moment }) => `${moment.day} ${moment.time}`),
    ...codes.map((code) =>
      both(code, nameOf(measure, code), ({ answers }) => answerWords(measure, code, answers[code] ?? "")),
    ),
    both("bodySite", t("bodySite"), ({ bodySite }) => bodySite),
    both("note", t("note"), ({ note }) => note),
  ].filter((each) => each.mine !== each.theirs);
}
