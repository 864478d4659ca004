import type { episodes } from "@/db/schema/dossier/episodes";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { startedBy, tell } from "./words";

type Known = readonly [name: string, diagnosis: string, icpc: string, note: string | null];

const KNOWN: Readonly<Record<DemoPen["client"]["careKind"], readonly Known[]>> = {
  pg: [
    ["Geheugenproblemen", "Dementie", "P70", "Casemanager blijft betrokken."],
    ["Onbegrepen gedrag", "Onrust bij dementie", "P29", "Omgangsadvies van de psycholoog loopt."],
    ["Vallen en mobiliteit", "Verhoogd valrisico", "A29", null],
    ["Voeding en gewicht", "Ongewenst gewichtsverlies", "T08", "Diëtist betrokken."],
  ],
  somatic: [
    ["Revalidatie na heupoperatie", "Heupfractuur", "L75", "Doel: terug naar huis met thuiszorg."],
    ["Hartfalen", "Hartfalen", "K77", "Hartfalenpoli één keer per half jaar."],
    ["Wondzorg", "Decubitus", "S97", null],
    ["Pijn bij artrose", "Artrose", "L89", "Stap 2 van de pijnladder."],
  ],
  home: [
    ["Zorg na ziekenhuisopname", "Longontsteking", "R81", "Afgebouwd naar één zorgmoment."],
    ["Suikerziekte", "Diabetes mellitus type 2", "T90.02", "Insuline door wijkverpleging."],
    ["Vergeetachtigheid", "Geheugenstoornis", "P20", "Verwezen naar geheugenpoli."],
    ["Been met open wond", "Ulcus cruris", "S97", null],
  ],
  ggz: [
    ["Stemmingsklachten", "Depressieve stoornis", "P76", "Behandeling eens per twee weken."],
    ["Psychose", "Schizofrenie", "P72", "FACT-team betrokken."],
    ["Verwerking trauma", "Posttraumatische stressstoornis", "P82", null],
    ["Middelengebruik", "Alcoholmisbruik", "P15", "Signaleringsplan aanwezig."],
  ],
};

/** Episodes of a client: none to two, in a full dossier four with a finished and an expertise-bound one. */
export function demoEpisodes(pen: DemoPen): Draft<typeof episodes>[] {
  const isFull = pen.fill === "full";
  const amount = isFull ? 4 : pen.int(0, 3);
  const discipline = pen.client.careKind === "ggz" ? "psychologist" : "elderly-care-physician";
  return pen
    .shuffle(KNOWN[pen.client.careKind])
    .slice(0, amount)
    .map(([name, diagnosis, icpc, note], index) => {
      const began = pen.int(90, 1100);
      const isFinished = isFull ? index === 3 : pen.chance(0.2);
      const isBound = isFull ? index === 1 : pen.chance(0.08);
      return {
        ...startedBy(pen, began, discipline),
        name,
        status: isFinished ? ("finished" as const) : ("active" as const),
        endedOn: isFinished ? pen.day(pen.int(5, began - 20)) : null,
        diagnosis,
        icpc,
        responsible: pen.colleague(discipline).name,
        note: note === null ? null : tell(pen, note),
        expertises: isBound ? [discipline] : [],
      };
    });
}
