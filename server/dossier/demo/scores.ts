import type { measurements } from "@/db/schema/dossier/measurements";
import type { DemoPen } from "../demo-pen";
import { numberText } from "../fhir";
import { instrumentOf } from "../instruments/catalogue";
import { type Answers, type Item, score } from "../instruments/instrument";
import { measured, scoredItem } from "../instruments/measured";
import type { MeasureCode } from "../instruments/measures";
import type { Draft } from "../part";

type Entry = Draft<typeof measurements>;

/** How well it goes, 0 (worst) – 1 (best), and who takes the instrument. */
interface Course {
  instrument: MeasureCode;
  discipline: string;
  /** Days ago of each time, oldest first */
  days: readonly number[];
  /** Health at the first time and change each time after */
  from: number;
  change: number;
  /** Whether more points is better */
  rising?: boolean;
}

/** The answer at a level of health: options ranked by points, best last. */
function answerAt(item: Item, level: number, rising: boolean): string | number {
  const place = Math.min(0.999, Math.max(0, rising ? level : 1 - level));
  if (item.range !== undefined) {
    const [low, high] = item.range;
    return low + Math.floor(place * (high - low + 1));
  }
  const ranked = item.options.filter(({ code }) => code !== "unknown").toSorted((a, b) => a.score - b.score);
  return ranked[Math.floor(place * ranked.length)]?.code ?? "";
}

function entriesOf(pen: DemoPen, course: Course): Entry[] {
  const instrument = instrumentOf(course.instrument);
  if (instrument === undefined) return [];
  return course.days.flatMap((daysAgo, index) => {
    const level = course.from + course.change * index;
    const answers: Answers = Object.fromEntries(
      instrument.items.map((item) => [
        item.code,
        answerAt(item, level + (pen.random() - 0.5) * 0.35, course.rising ?? false),
      ]),
    );
    const outcome = score(instrument, answers);
    if ("missing" in outcome) return [];
    const single = instrument.items.length === 1;
    return {
      ...measured(course.instrument, pen.daysAgo(daysAgo), pen.colleague(course.discipline).name),
      result: numberText(outcome.total),
      total: outcome.total,
      interpretation: outcome.interpretation,
      items: single ? [] : instrument.items.map((item) => scoredItem(item, answers[item.code] ?? "")),
    };
  });
}

function barthel(pen: DemoPen): Course {
  return {
    instrument: "barthel",
    discipline: "carer",
    days: [540, 360, 180, 30],
    from: pen.int(45, 85) / 100,
    change: -0.08,
    rising: true,
  };
}

/** Courses of the instruments that are taken in each kind of care; for `full` all of them. */
export function demoScores(pen: DemoPen): Entry[] {
  const at = (
    instrument: MeasureCode,
    discipline: string,
    days: number[],
    from: number,
    change = 0,
  ): Course => ({
    instrument,
    discipline,
    days,
    from,
    change,
  });
  const health = () => pen.int(55, 95) / 100;
  const byCare: Record<DemoPen["client"]["careKind"], () => Course[]> = {
    pg: () => [barthel(pen), at("snaqrc", "carer", [200, 20], health()), at("dos", "nurse", [64], 0.7)],
    somatic: () => [
      barthel(pen),
      at("snaqrc", "carer", [150, 10], health()),
      at("pain-nrs", "carer", [20, 9, 2], 0.5, 0.1),
    ],
    home: () => [
      at("snaq65plus", "district-nurse", [120], health()),
      at("pain-nrs", "district-nurse", [15], health()),
    ],
    ggz: () => [
      at("phq-9", "psychologist", [300, 200, 100, 14], 0.3, 0.15),
      at("gad-7", "psychologist", [300, 100, 14], 0.4, 0.15),
      at("honos", "psychiatrist", [290, 20], 0.6, 0.1),
    ],
  };
  if (pen.fill === "full") {
    return [
      ...[...byCare.pg(), ...byCare.somatic().slice(2), ...byCare.home().slice(0, 1), ...byCare.ggz()],
      at("must", "dietitian", [35], 0.55),
      at("snaq", "nurse", [400], 0.6),
    ].flatMap((course) => entriesOf(pen, course));
  }
  return byCare[pen.client.careKind]()
    .filter(() => pen.chance(0.7))
    .flatMap((course) => entriesOf(pen, course));
}
