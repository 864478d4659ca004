import type { CareAction, CareGoal, carePlans } from "@/db/schema/dossier/care-plans";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import type { GoalStatus } from "../parts/care-plans-codes";
import { CARE_GOALS, type KnownGoal } from "./care-goals";
import { daysInCare, relativeOf, startedBy, tell } from "./words";

type Plan = Draft<typeof carePlans>;

const TITLE = {
  pg: "Zorgleefplan",
  somatic: "Zorgleefplan",
  home: "Zorgplan wijkverpleging",
  ggz: "Behandelplan",
} as const;
const REASON = {
  pg: "{M} heeft dementie en kan niet meer zonder toezicht en hulp bij het dagelijks leven.",
  somatic: "{M} heeft door lichamelijke beperkingen de hele dag zorg en verpleging nodig.",
  home: "{M} woont zelfstandig en wil dat met zorg thuis zo lang mogelijk blijven doen.",
  ggz: "{M} wil klachten verminderen en het eigen leven weer oppakken.",
} as const;

const MONTHS = [
  ..."januari februari maart april mei juni juli augustus september oktober november december".split(" "),
];

/** `november 2026` of a `YYYY-MM-DD`. */
function monthOf(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

function goalOf(
  pen: DemoPen,
  known: KnownGoal,
  status: GoalStatus,
  began: number,
  isOver: boolean,
): CareGoal {
  const evaluated = began - pen.int(30, 60);
  const words = known.evaluations[status === "achieved" ? "well" : status === "running" ? "ongoing" : "hard"];
  const running = isOver ? "done" : "running";
  return {
    goal: tell(pen, known.goal),
    domain: known.domain,
    status,
    targetDate: pen.day(isOver ? began - 170 : -pen.int(20, 150)),
    actions: known.actions.map(
      ([action, who, frequency]): CareAction => ({
        action: tell(pen, action),
        who: tell(pen, who),
        frequency,
        status: running,
      }),
    ),
    evaluations:
      evaluated < 1
        ? []
        : [{ date: pen.day(evaluated), by: pen.colleague("nurse").name, text: tell(pen, words) }],
  };
}

function planOf(pen: DemoPen, began: number, goals: CareGoal[], isOver: boolean): Plan {
  const { careKind } = pen.client;
  const { relation, name } = relativeOf(pen);
  const start = startedBy(pen, began, careKind === "ggz" ? "psychologist" : "nurse");
  return {
    ...start,
    title: `${TITLE[careKind]} ${monthOf(start.startedOn)}`,
    status: isOver ? "completed" : "active",
    domain: careKind === "ggz" ? "treatment" : "all",
    endedOn: isOver ? pen.day(began - 180) : null,
    evaluateOn: isOver ? pen.day(began - 175) : pen.day(-pen.int(5, 120)),
    reason: tell(pen, REASON[careKind]),
    agreedWith: tell(pen, careKind === "pg" ? `${name} (${relation})` : "[{n}|{n} en {f}]"),
    goals,
    actions:
      careKind === "ggz"
        ? []
        : [
            {
              action: "Zorgplanbespreking met cliënt en familie",
              who: "Contactverzorgende",
              frequency: "2 keer per jaar",
              status: "running",
            },
          ],
    note: isOver ? "Afgesloten na evaluatie, vervolgd in een nieuw plan." : null,
  };
}

const LIVELY: readonly GoalStatus[] = ["running", "at-risk", "achieved", "running"];

/**
 * Care plans: none to two; a full dossier has a running one with four goals in different states, the one before it,
 * completed, and a draft.
 */
export function demoCarePlans(pen: DemoPen): Plan[] {
  const known = pen.shuffle(CARE_GOALS[pen.client.careKind]);
  const isFull = pen.fill === "full";
  const began = Math.min(pen.int(15, 150), daysInCare(pen));
  const plans: Plan[] = [];
  if (isFull || (daysInCare(pen) > began + 190 && pen.chance(0.35))) {
    const goals = known.slice(-2).map((goal, index) => {
      const status = index === 0 ? "achieved" : "not-achieved";
      return goalOf(pen, goal, status, began + 185, true);
    });
    plans.push(planOf(pen, began + 185, goals, true));
  }
  if (isFull || pen.chance(0.85)) {
    const amount = isFull ? 4 : pen.int(1, 4);
    const goals = known
      .slice(0, amount)
      .map((goal, index) =>
        goalOf(pen, goal, isFull ? (LIVELY[index] ?? "running") : pen.pick(LIVELY), began, false),
      );
    plans.push(planOf(pen, began, goals, false));
  }
  if (isFull) {
    const draft = planOf(pen, 2, [], false);
    const goals = known
      .slice(0, 1)
      .map((goal) => ({ ...goalOf(pen, goal, "planned", 2, false), evaluations: [] }));
    plans.push({ ...draft, title: `${draft.title} (concept)`, status: "draft", evaluateOn: null, goals });
  }
  return plans;
}
