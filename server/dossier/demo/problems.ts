import type { problems } from "@/db/schema/dossier/problems";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { startedBy, tell } from "./words";

type Kind = DemoPen["client"]["careKind"];

/** Name, kind, ICPC code, note, and where it fits; `ended` ones are over. */
interface Known {
  name: string;
  kind: string;
  icpc: string;
  note: string | null;
  kinds: readonly Kind[];
  bodySite?: string;
  expertises?: readonly string[];
}

const OLDER: readonly Kind[] = ["pg", "somatic", "home"];
const ALL: readonly Kind[] = ["pg", "somatic", "ggz", "home"];

const KNOWN: readonly Known[] = [
  {
    name: "Dementie",
    kind: "diagnosis",
    icpc: "P70",
    note: "Alzheimertype, vastgesteld in de geheugenpoli.",
    kinds: ["pg"],
  },
  {
    name: "Hypertensie",
    kind: "diagnosis",
    icpc: "K86",
    note: "Streefwaarde onder 150 systolisch.",
    kinds: ALL,
  },
  {
    name: "Hartfalen",
    kind: "diagnosis",
    icpc: "K77",
    note: "NYHA [II|III]. Wekelijks wegen.",
    kinds: OLDER,
  },
  {
    name: "Diabetes mellitus type 2",
    kind: "diagnosis",
    icpc: "T90.02",
    note: "[Alleen tabletten.|Insuline voor de nacht.]",
    kinds: ALL,
  },
  {
    name: "COPD",
    kind: "diagnosis",
    icpc: "R95",
    note: "Gold [2|3]. Inhalatietechniek geoefend.",
    kinds: ["somatic", "home", "ggz"],
  },
  {
    name: "Artrose",
    kind: "diagnosis",
    icpc: "L89",
    note: "Pijn bij opstaan, paracetamol helpt.",
    kinds: OLDER,
    bodySite: "heup, rechts",
  },
  {
    name: "Gevolgen van CVA",
    kind: "diagnosis",
    icpc: "K90",
    note: "Krachtsverlies links, spraak hersteld.",
    kinds: ["somatic", "home"],
    bodySite: "lichaamshelft, links",
  },
  {
    name: "Ziekte van Parkinson",
    kind: "diagnosis",
    icpc: "N87",
    note: "Wisselend: beste uren tussen 10 en 12.",
    kinds: ["somatic", "home"],
  },
  {
    name: "Decubitus",
    kind: "skin",
    icpc: "S97",
    note: "Categorie [1|2]. Wisselligging en antidecubitusmatras.",
    kinds: ["pg", "somatic"],
    bodySite: "stuit",
  },
  {
    name: "Ulcus cruris",
    kind: "skin",
    icpc: "S97",
    note: "Compressietherapie, verzorging drie keer per week.",
    kinds: ["home", "somatic"],
    bodySite: "onderbeen, links",
  },
  {
    name: "Verhoogd valrisico",
    kind: "functional",
    icpc: "A29",
    note: "Twee keer gevallen in een half jaar. Rollator binnen bereik.",
    kinds: OLDER,
  },
  {
    name: "Obstipatie",
    kind: "complaint",
    icpc: "D12",
    note: "Dagelijks macrogol, ontlastingslijst bijhouden.",
    kinds: ALL,
  },
  {
    name: "Slechthorendheid",
    kind: "functional",
    icpc: "H84",
    note: "Gehoorapparaten, rechts aanspreken.",
    kinds: OLDER,
  },
  { name: "Slaapstoornis", kind: "complaint", icpc: "P06", note: "Slaaphygiëne besproken.", kinds: ALL },
  {
    name: "Delier",
    kind: "complication",
    icpc: "P71",
    note: "Bij urineweginfectie. Hersteld na behandeling.",
    kinds: ["pg", "somatic"],
  },
  {
    name: "Urineweginfectie",
    kind: "diagnosis",
    icpc: "U71",
    note: "Kuur nitrofurantoïne afgerond.",
    kinds: OLDER,
  },
  {
    name: "Heupfractuur",
    kind: "diagnosis",
    icpc: "L75",
    note: "Geopereerd, kop-halsprothese.",
    kinds: OLDER,
    bodySite: "heup, links",
  },
  {
    name: "Rouw",
    kind: "complaint",
    icpc: "Z15",
    note: "Gesprekken met de psycholoog.",
    kinds: OLDER,
    expertises: ["psychologist"],
  },
  {
    name: "Alcoholmisbruik in het verleden",
    kind: "diagnosis",
    icpc: "P15",
    note: "Niet met familie bespreken.",
    kinds: ALL,
    expertises: ["physician", "psychiatrist"],
  },
  {
    name: "Angstklachten",
    kind: "complaint",
    icpc: "P01",
    note: "Vooral bij drukte en onverwachte veranderingen.",
    kinds: ["ggz", "home"],
  },
  {
    name: "Overgewicht",
    kind: "symptom",
    icpc: "T83",
    note: "Bijwerking van medicatie besproken, leefstijlplan gestart.",
    kinds: ["ggz"],
  },
  {
    name: "Schulden",
    kind: "functional",
    icpc: "Z01",
    note: "Bewindvoerder aangesteld.",
    kinds: ["ggz"],
    expertises: ["social-worker"],
  },
  {
    name: "Suïcidale gedachten",
    kind: "symptom",
    icpc: "P77",
    note: "Rond de opname. Veiligheidsplan gemaakt met {f}.",
    kinds: ["ggz"],
  },
];

const PAST = ["Delier", "Suïcidale gedachten", "Urineweginfectie", "Heupfractuur"];

/** Problems of a client: two to five, in a full dossier nine with ended and expertise-bound ones. */
export function demoProblems(pen: DemoPen): Draft<typeof problems>[] {
  const fitting = pen.shuffle(KNOWN.filter(({ kinds }) => kinds.includes(pen.client.careKind)));
  const isFirst = ({ name, expertises }: Known) =>
    name === "Dementie" || (pen.fill === "full" && (PAST.includes(name) || expertises !== undefined));
  const amount = pen.fill === "full" ? 9 : pen.int(2, 6);
  return [...fitting.filter(isFirst), ...fitting.filter((known) => !isFirst(known))]
    .slice(0, amount)
    .map((known) => {
      const began = pen.int(60, 2400);
      const isPast = PAST.includes(known.name);
      const isBound = known.expertises !== undefined && (pen.fill === "full" || pen.chance(0.7));
      return {
        ...startedBy(pen, began, pen.client.careKind === "ggz" ? "psychiatrist" : "elderly-care-physician"),
        name: known.name,
        kind: known.kind,
        status: isPast ? ("resolved" as const) : ("active" as const),
        certainty:
          known.kind === "diagnosis" || pen.chance(0.8) ? ("confirmed" as const) : ("provisional" as const),
        endedOn: isPast ? pen.day(began - pen.int(10, 50)) : null,
        bodySite: known.bodySite ?? null,
        codeSystem: "icpc",
        code: known.icpc,
        note: known.note === null ? null : tell(pen, known.note),
        expertises: isBound ? [...(known.expertises ?? [])] : [],
      };
    });
}
