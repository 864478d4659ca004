import type { Outputs } from "@/app/_trpc/outputs";
import { problemsOf } from "@/server/dossier/instruments/instrument";
import { type PlainMeasure, readingProblems, typedNumber } from "@/server/dossier/instruments/measuring";

export type Choices = Outputs["clinimetrics"]["choices"];
export type Instrument = Choices["instruments"][number];

/** A measurement that is corrected, as it stands now. */
export type Opened = Outputs["clinimetrics"]["open"];

/** What is filled in: the items of an instrument, the readings of a plain measure, or lines of words. */
export type Measure =
  | { kind: "instrument"; code: string; label: string; instrument: Instrument }
  | { kind: "plain"; code: string; label: string; measure: PlainMeasure }
  | { kind: "words"; code: string; label: string; lines: string[] };

/** Answers as they stand in the form: the code of an option, or digits as they were typed. */
export type TypedAnswers = Readonly<Record<string, string>>;

/** The measure with this code among the choices, or none. */
export function chosenMeasure(choices: Choices, code: string): Measure | undefined {
  const instrument = choices.instruments.find((each) => each.code === code);
  if (instrument) return { kind: "instrument", code, label: instrument.label, instrument };
  const measure = choices.measures.find((each) => each.code === code);
  return measure && { kind: "plain", code, label: measure.label, measure };
}

/** The measure of an entry that is corrected. */
export function openedMeasure(opened: Opened): Measure {
  const { measure: code, name: label } = opened;
  if (opened.kind === "instrument") return { kind: "instrument", code, label, instrument: opened.instrument };
  if (opened.kind === "plain") return { kind: "plain", code, label, measure: opened.reading };
  return { kind: "words", code, label, lines: opened.lines };
}

/** The answers of an entry as someone would have typed them. */
export function typedAnswers(opened: Opened): TypedAnswers {
  const typed = Object.entries(opened.answers).map(([code, answer]) => [
    code,
    String(answer).replace(".", opened.kind === "plain" ? "," : "."),
  ]);
  return Object.fromEntries(typed);
}

/** What is sent: numbers where they can be read, else what was typed; the server says what is wrong with that. */
export function sentAnswers(measure: Measure, typed: TypedAnswers): Record<string, string | number> {
  const given = Object.entries(typed).filter(([, text]) => measure.kind === "words" || text.trim() !== "");
  return Object.fromEntries(
    given.map(([code, text]) => {
      if (measure.kind === "words") return [code, text];
      if (measure.kind === "plain") return [code, typedNumber(text) ?? text];
      const item = measure.instrument.items.find((each) => each.code === code);
      return [code, item?.range ? (typedNumber(text) ?? text) : text];
    }),
  );
}

/** What is wrong with the answers by the same rules as the server's, one by one in their order. */
export function wrongAnswers(measure: Measure, typed: TypedAnswers) {
  const answers = sentAnswers(measure, typed);
  if (measure.kind === "instrument") return problemsOf(measure.instrument, answers);
  return measure.kind === "plain" ? readingProblems(measure.measure, answers) : [];
}
