import type { DemoPen } from "../demo-pen";

export type Shift = "day" | "evening" | "night";

/** Category and template of a report from daily care; `[a|b]` and `{M}` as `tell` reads them. */
export type DailyReport = readonly [category: string, template: string];

const ANY: Readonly<Record<Shift, readonly DailyReport[]>> = {
  day: [
    [
      "care",
      "{M} [wilde vanochtend graag uitslapen|was al vroeg wakker|had goed geslapen]. [Om {T} uur geholpen met wassen en aankleden.|Na het ontbijt geholpen met de ochtendzorg.] [Ging in een rustig tempo.|{Z} deed veel zelf.|{Z} was wat stil.]",
    ],
    [
      "observation",
      "[Goed gegeten|Matig gegeten, half bord warm|Weinig trek vandaag, alleen de soep op|Twee boterhammen bij het ontbijt]. [Voldoende gedronken, {1100-1600} ml.|Drinken blijft een aandachtspunt, tot nu toe {500-900} ml.|Dronk graag een glas karnemelk mee.]",
    ],
    [
      "family",
      "{F} [belde|kwam langs|stuurde een bericht]. [Vraagt of de kapper een afspraak kan maken.|Heeft schone kleding gebracht.|Is komend weekend weg en wil gebeld worden als er iets is.|Vindt dat {m} er goed uitziet.] [Afgesproken dat wij {f} vrijdag terugbellen.|Teruggekoppeld hoe het gaat.|]",
    ],
    [
      "wellbeing",
      "Heeft [meegedaan met zingen|met de vrijwilliger gewandeld|meegeholpen met de was vouwen|een spelletje rummikub gespeeld|in de tuin gezeten]. [Genoot zichtbaar.|Was na een half uur moe.|Vertelde over vroeger.|Wilde daarna even alleen zijn.]",
    ],
    [
      "nursing",
      "Huid gecontroleerd: [geen bijzonderheden|stuit licht rood, wegdrukbaar|rode plek in de lies|droge huid op de onderbenen]. [Barrièrecrème aangebracht.|Ingesmeerd.|Morgen opnieuw kijken.]",
    ],
    [
      "care",
      "Ontlasting gehad, [normaal van vorm|wat hard, extra vocht aangeboden|dun, in de gaten houden]. Laatste keer was {1-3} dagen geleden.",
    ],
  ],
  evening: [
    [
      "care",
      "[Rustige avond.|Gezellige avond in de huiskamer.|Wat onrustig begin van de avond.] {M} [ging om {T} uur naar bed|wilde vroeg naar bed|keek eerst het nieuws en ging daarna naar bed]. [Steunkousen uitgedaan.|Gebit gepoetst met hulp.|Bel ligt binnen bereik.]",
    ],
    [
      "observation",
      "Klaagde over [pijn in de rug|pijn in de knie|een vol gevoel|koude voeten|jeuk op de rug], NRS {2-6}. [Paracetamol 1000 mg gegeven om {T} uur.|Kruik gegeven, dat hielp.|Andere houding gaf verlichting.] [Na een uur: minder pijn.|Graag morgen vragen hoe het is.|]",
    ],
    [
      "family",
      "{F} op bezoek geweest, samen [koffie gedronken|foto's gekeken|een rondje buiten gelopen]. {M} [fleurde ervan op|was na afloop moe maar tevreden|had het er daarna nog lang over].",
    ],
    [
      "medical",
      "Avondmedicatie [ingenomen met vla|ingenomen zonder problemen|pas bij de tweede poging ingenomen]. [Geen bijzonderheden.|Slikken gaat wat moeizamer, gemeld aan de arts.|]",
    ],
  ],
  night: [
    [
      "observation",
      "Rustige nacht. {M} sliep bij alle rondes. [Eén keer geholpen naar het toilet om {T} uur.|Incontinentiemateriaal verschoond om {T} uur.|Geen bijzonderheden.]",
    ],
    [
      "observation",
      "{M} belde om {T} uur: [moest naar het toilet|had dorst|kon niet slapen|wist niet hoe laat het was]. [Geholpen en daarna weer geslapen.|Even bij {o} gezeten, daarna rustig.|Glas water gegeven.]",
    ],
  ],
};

const PG: Readonly<Record<Shift, readonly DailyReport[]>> = {
  day: [
    [
      "observation",
      "{M} zocht [de hele ochtend|na de lunch|een paar keer] naar [{h} {p}|de uitgang|{h} tas|{h} moeder]. [Meegelopen en over vroeger gepraat, daarna rustig.|Afgeleid met de was vouwen.|Kopje koffie gedronken, toen was {z} het kwijt.]",
    ],
    [
      "care",
      "Bij de zorg [weerde {m} af, met twee collega's rustig opnieuw geprobeerd|werkte {m} goed mee met muziek aan|sloeg {m} van schrik, stap teruggedaan en later teruggekomen]. [Muziek van vroeger helpt.|Korte zinnen en voordoen werkt.|Vaste gezichten geven {o} rust.]",
    ],
    [
      "wellbeing",
      "[Danste mee op de muziek|Hielp met aardappels schillen|Aaide lang de hond van de vrijwilliger|Zat met de pop op schoot], [straalde|ontspannen gezicht|neuriede mee]. Dit doet {o} goed.",
    ],
    [
      "observation",
      "Herkende {f} vandaag [meteen|niet direct|wel aan de stem]. [Maakte {o} verdrietig.|{Z} lachte en pakte de hand vast.|]",
    ],
  ],
  evening: [
    [
      "observation",
      "Vanaf {S} uur onrustig: liep heen en weer, wilde naar huis. [Lamp aan en gordijnen dicht, dat hielp.|Samen een rondje over de gang gelopen.|Warme melk gegeven en bij {o} gezeten.] Rustig sinds {T} uur.",
    ],
    [
      "incident",
      "{M} [riep naar een medebewoner|pakte het bord van een ander|duwde een medebewoner]. Beiden uit elkaar gehaald, [geen letsel|geschrokken maar geen letsel]. Melding gemaakt. {F} gebeld.",
    ],
  ],
  night: [
    [
      "observation",
      "Sensormelding om {T} uur. {M} [stond naast {h} bed|liep op de gang|zat op de rand van het bed], niet gevallen. [Zocht {h} {p}.|Moest naar het toilet.|Dacht dat het ochtend was.] Rustig terug begeleid.",
    ],
    [
      "observation",
      "{M} was van {S} tot {T} uur wakker en [praatte hardop|haalde de kast leeg|wilde naar {h} werk]. Niet te overtuigen, [stoel bij de zusterpost gezet|samen thee gedronken], daarna geslapen.",
    ],
  ],
};

const SOMATIC: Readonly<Record<Shift, readonly DailyReport[]>> = {
  day: [
    [
      "nursing",
      "Wond [hiel rechts|stuit|onderbeen links]: {1-4} bij {1-3} cm, [wondbed rood|geel beslag, weinig vocht|rustige wondranden]. Verzorgd volgens plan, [minder vocht dan vorige keer|geen tekenen van infectie|iets meer roodheid rondom]. Volgende keer over {2-3} dagen.",
    ],
    [
      "treatment",
      "Met de fysiotherapeut [van bed naar stoel geoefend|{10-40} meter met de rollator gelopen|de trap geoefend]. [Ging beter dan vorige week.|Kortademig na afloop.|Heeft nu één persoon hulp nodig.]",
    ],
    [
      "nursing",
      "Gewicht {54-82},{1-9} kg, [vorige week {1-9} ons meer|stabiel|een halve kilo erbij]. [Oedeem enkels toegenomen, doorgegeven aan de arts.|Enkels slank.|Drinkt de energiedrank goed op.]",
    ],
  ],
  evening: [
    [
      "nursing",
      "Katheter [loopt goed, {600-1400} ml|gespoeld, daarna helder|verstopt, vervangen zonder problemen]. [Urine helder.|Urine troebel, kweek ingezet.|]",
    ],
    [
      "observation",
      "Kortademig bij [inspanning|het uitkleden|platliggen]. Saturatie {91-96} procent. Hoofdeinde omhoog, [na tien minuten rustiger|zuurstof volgens afspraak]. [Arts op de hoogte.|]",
    ],
  ],
  night: [
    [
      "nursing",
      "Wisselligging om de vier uur. [Sliep er doorheen.|Was er even wakker van.] Huid [intact|licht rood op de heup, wegdrukbaar].",
    ],
  ],
};

const HOME: Readonly<Record<Shift, readonly DailyReport[]>> = {
  day: [
    [
      "care",
      "Zorgmoment {T} uur. {M} [deed zelf open|lag nog in bed|zat al aan tafel]. Geholpen met [douchen|wassen aan de wastafel|steunkousen aantrekken]. [Huis opgeruimd.|Koelkast vrijwel leeg, {f} gebeld.|Post lag ongeopend op tafel.]",
    ],
    [
      "nursing",
      "[Medicatie uit de dispenser ingenomen.|Medicatie in het bijzijn ingenomen.|Medicatie van gisteravond zat nog in de dispenser, gemeld aan de apotheek.] Bloeddruk {128-165}/{70-92}, pols {62-88}. [Geen bijzonderheden.|Morgen opnieuw meten.|Huisarts geïnformeerd.]",
    ],
    [
      "family",
      "{F} aangetroffen, [oogt moe|vertelt dat de nachten zwaar zijn|vraagt naar dagbesteding]. [Gewezen op respijtzorg.|Casemanager belt deze week.|Afgesproken dat we dit in het teamoverleg bespreken.]",
    ],
    [
      "observation",
      "Sleutelkluis en rookmelder gecontroleerd. {M} is [een kleed in de gang kwijt, losse rand weggehaald|goed ter been binnenshuis|bang om te vallen sinds vorige week].",
    ],
  ],
  evening: [
    [
      "care",
      "Avondzorg {T} uur: [steunkousen uit, benen ingesmeerd|geholpen met uitkleden|ogen gedruppeld]. {M} [had bezoek van de buurvrouw|keek televisie|was wat somber]. [Deur op slot, alarm om.|Personenalarm getest, werkt.]",
    ],
    [
      "nursing",
      "Insuline toegediend volgens schema, glucose {6-14},{1-9}. [Voeten gecontroleerd, huid gaaf.|Klein wondje aan de grote teen, morgen wijkverpleegkundige laten kijken.|Heeft goed gegeten.]",
    ],
    [
      "observation",
      "{M} [vond het fijn even te praten|vroeg drie keer welke dag het is|maakt zich zorgen over de kosten van de zorg]. [{F} komt morgen.|Genoteerd voor de casemanager.|]",
    ],
  ],
  night: [
    [
      "incident",
      "Alarmering om {T} uur. {M} [[was naast het bed gegleden|was gevallen in de badkamer]: [geen pijn, geen letsel, met hulp weer in bed|schaafwond aan de elleboog verzorgd]|had per ongeluk gedrukt, alles in orde]. [Huisartsenpost niet nodig.|{F} in de ochtend bellen.]",
    ],
  ],
};

const GGZ: Readonly<Record<Shift, readonly DailyReport[]>> = {
  day: [
    [
      "care",
      "Gesprek met {m} gehad. [Stemming wat lichter|Somber, weinig energie|Gespannen over de keuring van volgende week|Vertelt dat het slapen beter gaat]. [Dagplanning doorgenomen.|Signaleringsplan erbij gepakt: fase {1-2}.|Afgesproken om morgen samen te koken.]",
    ],
    [
      "wellbeing",
      "{M} was [op tijd bij de dagbesteding|een uur te laat, maar wel gekomen|niet bij de dagbesteding]. [Heeft in de fietsenwerkplaats een wiel vervangen.|Werkte geconcentreerd aan het schilderij.|Zegt dat de drukte te veel was.]",
    ],
    [
      "observation",
      "{M} [hoort minder stemmen en leidt zich af met muziek|hoort weer vaker stemmen en wordt er angstig van|hoort stemmen en vraagt zelf om extra contact]. [Zo nodig medicatie aangeboden, {z} wilde die niet.|Vaste contactmomenten om 10 en 15 uur.]",
    ],
    [
      "family",
      "{F} sprak met ons over [het weekendverlof|geldzaken|de verjaardag van vorige week]. Met toestemming van {m}. [Goed contact.|Er zijn nog zorgen over alcohol.|Volgende gesprek samen met de behandelaar.]",
    ],
  ],
  evening: [
    [
      "observation",
      "{M} [at mee met de groep|bleef op {h} kamer|kwam om {T} uur praten]. [Piekert over de uitkering.|Vertelde trots over de sollicitatie.|Wilde liever niet praten, gerespecteerd.]",
    ],
    [
      "incident",
      "{M} kwam om {T} uur [boos|gespannen|onder invloed] binnen. [Met rust gelaten, later goed gesprek.|Samen naar buiten gelopen, spanning zakte van {7-9} naar {3-4}.|Blaastest positief, afspraken herhaald.]",
    ],
  ],
  night: [
    [
      "observation",
      "{M} was tot {T} uur wakker. [Gamen, op verzoek gestopt.|Liep over de gang, kort gesproken.|Nachtmerrie, even samen gezeten.] Daarna stil.",
    ],
  ],
};

const OF_KIND = { pg: PG, somatic: SOMATIC, home: HOME, ggz: GGZ } as const;

/** The templates that fit a client and a shift: those of the care kind twice as likely as the common ones. */
export function dailyReports(kind: DemoPen["client"]["careKind"], shift: Shift): readonly DailyReport[] {
  const own = OF_KIND[kind][shift];
  const common = kind === "ggz" || kind === "home" ? [] : ANY[shift];
  return [...own, ...own, ...common];
}
