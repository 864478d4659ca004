import type { lifeStory } from "@/db/schema/dossier/life-story";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { daysInCare, momentOn, relativeOf, tell } from "./words";

const YOUTH =
  "{n} groeide op [op een boerderij bij Zutphen|in een arbeidersbuurt in Enschede|boven de bakkerij van {h} ouders|in een dorp aan de IJssel] als [oudste|derde|jongste] van {3-8} kinderen. [Het was hard werken, maar er was altijd muziek in huis.|{Z} moest vroeg van school om mee te helpen.|Op zondag ging het hele gezin te voet naar de kerk.]";
const WORK = {
  female:
    "[Naaister bij een atelier|Verkoopster in een stoffenwinkel|Kleuterjuf|Wijkverpleegster|Werkte in de huishouding en later in de kantine van een school]. {Z} was er trots op dat {z} [altijd op tijd was|een vak had geleerd|bij iedereen over de vloer kwam].",
  male: "[Timmerman|Machinist bij het spoor|Tuinder|Leraar op de ambachtsschool|Werkte veertig jaar in de textielfabriek]. {Z} praat nog graag over [zijn collega's|het gereedschap|de lange dagen in de zomer].",
} as const;

const OLDER: readonly (readonly [topic: string, template: string])[] = [
  ["childhood", YOUTH],
  [
    "family",
    "Trouwde op {20-27}-jarige leeftijd. Er kwamen {1-5} kinderen. {F} komt [iedere week|om de dag|elke zondag]. [De kleinkinderen zijn alles voor {o}.|Het overlijden van {h} {p} is een groot gemis.]",
  ],
  [
    "hobbies",
    "[Tuinieren, vooral dahlia's.|Breien en puzzelen.|Klaverjassen en biljarten.|Zingen in het koor.] Kijkt graag naar [natuurfilms|schaatsen|oude films].",
  ],
  [
    "meaning",
    "[Katholiek opgevoed, steekt graag een kaarsje aan.|Protestants, bidt voor het eten.|Niet gelovig, vindt rust in de natuur.]",
  ],
  [
    "routine",
    "[Staat om zeven uur op.|Slaapt graag uit tot half negen.] Koffie met [een wolkje melk|twee klontjes]. Na de lunch een half uur liggen. Radio aan bij het opstaan.",
  ],
  [
    "likes",
    "[Muziek van vroeger, een hond op schoot, de zon op het gezicht.|Een grapje, een wandeling, vers brood.|Schone lakens, bloemen op tafel, bezoek van de kleinkinderen.]",
  ],
  [
    "dislikes",
    "[Harde stemmen en haast.|Alleen zijn als het donker wordt.|Als er iets achter {h} rug gebeurt.] Dan helpt [een hand vasthouden|even samen naar buiten|een kop thee].",
  ],
  [
    "wishes",
    "[Nog een keer naar zee.|Zolang mogelijk zelf naar de kerk.|Niet alleen zijn aan het einde, en rustige muziek.]",
  ],
];
const YOUNGER: readonly (readonly [topic: string, template: string])[] = [
  [
    "childhood",
    "{M} groeide op in [Apeldoorn|Arnhem|Almelo]. [Op school ging het goed tot de brugklas.|Thuis was het vaak onrustig.] {F} was altijd dichtbij.",
  ],
  [
    "work",
    "[Begon een opleiding tot kok.|Werkte in een magazijn.|Studeerde een jaar biologie.] Wil later [iets met fietsen doen|met dieren werken|als ervaringsdeskundige aan de slag].",
  ],
  ["hobbies", "[Gitaar spelen en gamen.|Tekenen en muziek maken.|Hardlopen in het bos.]"],
  ["likes", "[Rust, duidelijke afspraken en humor.|Samen koken en muziek.]"],
  ["dislikes", "[Over {o} praten zonder dat {z} erbij is.|Beloftes die niet worden nagekomen.]"],
  ["wishes", "Een eigen plek, [werk|een hond] en goed contact met {f}."],
];

/** A life story for about half the clients and every full dossier, told by the client or the nearest relative. */
export function demoLifeStory(pen: DemoPen): Draft<typeof lifeStory>[] {
  const isFull = pen.fill === "full";
  if (!isFull && !pen.chance(0.5)) return [];
  const isYounger = pen.client.careKind === "ggz";
  const { relation, name } = relativeOf(pen);
  const began = Math.min(pen.int(30, 400), daysInCare(pen));
  const moment = momentOn(pen, pen.day(began), `${pen.int(10, 17)}:${pen.int(10, 60)}`);
  const work = ["work", WORK[pen.client.gender]] as const;
  const all = isYounger ? YOUNGER : [...OLDER.slice(0, 2), work, ...OLDER.slice(2)];
  const chapters = isFull ? all : all.filter((_, index) => index < 2 || pen.chance(0.6));
  return [
    {
      moment,
      title: tell(pen, "[Wie is {n}?|Het verhaal van {r}|Mijn leven tot nu toe]"),
      introduction: tell(
        pen,
        isYounger
          ? "[Ik ben meer dan mijn klachten.|Vraag gewoon wat ik nodig heb.] {M} houdt van [humor|muziek|rust] en wil serieus genomen worden."
          : "{n} is [een gezelligheidsmens|een harde werker|een rustig mens met humor]. {Z} houdt van [vroeg opstaan, koffie en de radio aan|een praatje en een wandeling|orde en vaste tijden].",
      ),
      chapters: chapters.map(([topic, template]) => ({ topic, text: tell(pen, template) })),
      toldBy: isYounger || pen.chance(0.3) ? pen.client.name : `${name} (${relation})`,
      recordedBy: pen.colleague(isYounger ? "counsellor" : "carer").name,
      recordedAt: moment,
    },
  ];
}
