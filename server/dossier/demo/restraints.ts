import type { restraints } from "@/db/schema/dossier/restraints";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { kindOfIntervention } from "../parts/restraints-codes";
import { startedBy, tell } from "./words";

interface Known {
  intervention: string;
  code: string;
  schedule: string;
  reason: string;
  alternatives: string;
  resistance: boolean;
}

const WZD: readonly Known[] = [
  {
    intervention: "Bewegingssensor op de kamer",
    code: "121431000146106",
    schedule: "'s Nachts van 22.00 tot 07.00 uur",
    reason: "Valgevaar: {m} staat 's nachts op zonder hulp te vragen en is [twee|drie] keer gevallen.",
    alternatives: "Laag bed, nachtlampje en vaste toiletrondes gaven onvoldoende effect.",
    resistance: false,
  },
  {
    intervention: "Onvrijwillige hele bedhekken",
    code: "123921000146104",
    schedule: "'s Nachts",
    reason: "Ernstig letsel door uit bed vallen.",
    alternatives: "Extra laag bed en valmat eerst twee weken geprobeerd.",
    resistance: true,
  },
  {
    intervention: "Gesloten deur van de afdeling",
    code: "130201000146105",
    schedule: "Hele dag, buiten met begeleiding",
    reason: "Verdwalen en onderkoeling: {m} liep in de winter zonder jas naar buiten.",
    alternatives: "Leefcirkel met polsband, dagelijks wandelen met vrijwilliger.",
    resistance: true,
  },
  {
    intervention: "Elektronisch traceringsmiddel (gps)",
    code: "121451000146100",
    schedule: "Bij verlaten van het huis",
    reason: "Verdwalen in het verkeer.",
    alternatives: "Vaste wandelroute en herkenbaar vest.",
    resistance: false,
  },
];
const WVGGZ: readonly Known[] = [
  {
    intervention: "Gedwongen toedienen van medicatie (depot)",
    code: "29211000146105",
    schedule: "Eens per vier weken",
    reason: "Ernstige verwaarlozing en agressie bij psychose zonder medicatie.",
    alternatives: "Tabletten onder toezicht, gesprekken met {f}, extra FACT-contact.",
    resistance: true,
  },
  {
    intervention: "Separeren in afzonderingsruimte",
    code: "124071000146103",
    schedule: "Zo kort mogelijk, ieder uur beoordeeld",
    reason: "Acute dreiging naar medebewoners.",
    alternatives: "Eén-op-één-begeleiding en comfortroom.",
    resistance: true,
  },
];

function entry(pen: DemoPen, known: Known, began: number, lastedDays?: number): Draft<typeof restraints> {
  const isWzd = WZD.includes(known);
  const responsible = pen.colleague(isWzd ? "nurse" : "psychiatrist").name;
  const evaluated = began - 28;
  const isOver = lastedDays !== undefined;
  return {
    ...startedBy(pen, began, isWzd ? "elderly-care-physician" : "psychiatrist"),
    intervention: known.intervention,
    interventionCode: known.code,
    kind: kindOfIntervention(known.code),
    legalBasis: isWzd ? "wzd" : "wvggz",
    legalGround: isWzd ? "Besluit tot opname en verblijf" : "Zorgmachtiging",
    status: isOver ? "ended" : "active",
    endedOn: isOver ? pen.day(began - lastedDays) : null,
    schedule: known.schedule,
    reason: tell(pen, known.reason),
    alternatives: tell(pen, known.alternatives),
    capable: false,
    capableNote: "Overziet de gevolgen van deze keuze niet.",
    assents: known.resistance ? ["client-refused", "representative"] : ["representative"],
    resistance: known.resistance,
    responsible,
    evaluateOn: isOver ? null : pen.day(-pen.int(10, 80)),
    evaluations:
      evaluated <= 0
        ? []
        : [
            {
              date: pen.day(evaluated),
              by: responsible,
              text: isOver
                ? "Doel bereikt met een lichter middel. Maatregel wordt beëindigd."
                : tell(
                    pen,
                    "[Nog nodig, zo licht mogelijk toegepast. Over drie maanden opnieuw wegen.|Minder vaak nodig. Afbouw besproken met {f}.|Geen incidenten geweest. Over een maand een week zonder proberen.]",
                  ),
            },
          ],
    note: isWzd ? "Stappenplan doorlopen, externe deskundige geraadpleegd bij verlenging." : null,
  };
}

/** Restraints: for some in dementia and mental health care; a full dossier has a running and two ended ones. */
export function demoRestraints(pen: DemoPen): Draft<typeof restraints>[] {
  const { careKind } = pen.client;
  const list = pen.shuffle(careKind === "ggz" ? WVGGZ : WZD);
  const [first, second, third] = list;
  if (first === undefined || second === undefined) return [];
  if (pen.fill === "full") {
    return [entry(pen, first, 120), entry(pen, second, 400, 90), entry(pen, third ?? first, 600, 45)];
  }
  const chance = careKind === "pg" ? 0.35 : careKind === "ggz" ? 0.15 : 0;
  return pen.chance(chance) ? [entry(pen, first, pen.int(14, 160))] : [];
}
