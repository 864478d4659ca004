/**
 * What can be wrong with one field of a form: a closed list, each with its one Dutch sentence. `#` stands for a limit
 * of ours. What was typed is never repeated: it may be anything.
 */
const PROBLEMS = {
  required: "Vul dit in.",
  "too-long":
    "Deze tekst is te lang: hoogstens # tekens. Kort hem in, of verdeel hem over meer vastleggingen.",
  "too-many": "Dit zijn er te veel: hoogstens #. Haal er een paar weg.",
  "not-text": "Dit is geen tekst. Typ het opnieuw.",
  "not-a-date": "Deze datum bestaat niet. Typ een datum als 21-11-2026.",
  "not-a-day": "Geef de hele datum: dag, maand en jaar.",
  "not-a-moment": "Deze datum en tijd bestaan niet. Typ een datum als 21-11-2026 en een tijd als 14.30.",
  "not-a-number": "Dit is geen getal. Typ een getal als 72,4.",
  "not-a-choice": "Deze keuze is er niet (meer). Kies opnieuw.",
  "in-future": "Dit ligt in de toekomst. Kies vandaag of een eerdere datum.",
  "in-past": "Deze dag is al voorbij. Kies vandaag of een latere dag.",
  "too-far": "Dit ligt meer dan een jaar vooruit. Kies een eerdere dag.",
  "too-early": "Deze datum ligt meer dan 150 jaar terug. Controleer het jaar.",
  "before-start": "Het einde ligt voor het begin. Pas een van beide aan.",
  "without-end": "Volgens de status is dit geëindigd. Vul de einddatum in, of kies een andere status.",
  "before-asked": "Dit ligt voor de dag waarop het gevraagd is. Pas een van beide aan.",
  "nothing-written": "Schrijf iets op: een vrije tekst of ten minste een van de SOEP-velden.",
  "no-story": "Vertel iets: schrijf een inleiding of voeg een hoofdstuk toe.",
  "not-a-bsn": "Dit is geen burgerservicenummer. Controleer de negen cijfers.",
  "not-an-email": "Dit is geen e-mailadres. Typ het als naam@voorbeeld.nl.",
  "not-a-phone": "Dit is geen telefoonnummer. Gebruik alleen cijfers, spaties en streepjes.",
  "clock-skips": "Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit. Kies een andere tijd.",
  "before-birth": "Dit ligt voor de geboortedatum. Pas een van beide aan.",
  "place-not-yours": "Deze locatie is er niet, of valt buiten je bereik. Kies een andere.",
  "stay-overlaps": "De cliënt verblijft in die periode al op deze locatie. Pas de datums aan.",
  "pass-taken": "Deze pas is in die periode al gekoppeld. Controleer het pasnummer en de datums.",
  "bounds-crossed": "De bovengrens ligt onder de ondergrens. Pas een van beide aan.",
  "hidden-not-yours":
    "Je mag verborgen rapportages niet inzien, dus je zou deze zelf niet meer kunnen lezen. Zet Verborgen uit, of laat iemand die dat mag de rapportage schrijven.",
  "expertise-not-yours":
    "Je eigen deskundigheid hoort erbij: anders zou je dit zelf niet meer kunnen lezen. Kies ten minste een van je eigen deskundigheden, of laat het veld leeg.",
  "not-an-answer": "Dit antwoord hoort niet bij dit onderdeel. Kies een van de antwoorden.",
  "impossible-reading": "Deze waarde kan niet. Kijk of de komma goed staat en typ de waarde opnieuw.",
  "too-precise": "Dit heeft te veel cijfers achter de komma. Rond de waarde af.",
  "not-falling": "De onderdruk moet lager zijn dan de bovendruk. Pas een van beide aan.",
  "score-open": "Nog niet elk onderdeel van dit meetinstrument heeft een antwoord. Vul de onderdelen in.",
  "score-other": "Deze score is niet wat de antwoorden opleveren. Vul het meetinstrument opnieuw in.",
  unlikely: "Deze waarde is ongewoon. Kijk of de waarde klopt en vink dat aan.",
  "decider-missing": "Kies wie dit besloot.",
  "decider-powerless":
    "Deze persoon mag hier die dag niet over beslissen. Kies iemand anders, of leg bij Contacten eerst de bevoegdheid vast.",
  "client-too-young": "Onder de 12 jaar beslissen de ouders of voogd. Kies wie van hen besloot.",
  "needs-both": "Van 12 tot en met 15 jaar geven cliënt en ouder of voogd samen toestemming. Kies beiden.",
  "client-represented":
    "Een curator of mentor beslist hierover. Kies die vertegenwoordiger; de cliënt mag erbij staan.",
  "before-decision":
    "Dit ligt voor de dag van het besluit. Toestemming werkt niet terug: kies die dag of een latere.",
  "after-death": "Dit ligt na het overlijden. Controleer de datum.",
  "before-newest":
    "Er is al een later besluit vastgelegd. Kies de dag van dat besluit of een latere, of leg dit niet vast.",
  "address-not-given":
    "Een adressenlijst bestaat uit adressen. Kies ook Adres, telefoon en e-mail, of zet de adressenlijst uit.",
  "owner-no-days": "Een eigenaar begint vandaag en blijft tot de overdracht. Laat dit leeg.",
  "account-needed":
    "Er is geen actief medewerkersaccount met dit e-mailadres. Vraag functioneel beheer eerst een account te maken.",
  "not-yourself": "Dit ben je zelf. Vraag een collega om jou een rol te geven.",
  "already-shared": "Deze collega heeft al een rol in dit dossier. Wijzig die rol in de lijst.",
  "role-not-yours": "Deze rol kun je hier niet geven: niemand geeft meer dan hij zelf mag. Kies een andere.",
  "role-without-task":
    "Het account van deze collega heeft niet de taken die bij deze rol horen. Kies een rol die minder mag, of vraag functioneel beheer.",
  "party-name-taken": "Er is al een partij met deze naam. Kies een andere.",
} as const satisfies Record<string, string>;

export type FieldProblemCode = keyof typeof PROBLEMS;

/** What is wrong with one field. `path`: its key, and within nested records their place, as in `goals.0.targetDate`. */
export interface FieldProblem {
  path: string;
  problem: FieldProblemCode;
  /** The limit the sentence names, where it names one */
  limit?: number;
}

/** The Dutch sentence to show at the field. */
export function problemSentence({ problem, limit }: FieldProblem): string {
  const number = limit === undefined ? "" : new Intl.NumberFormat("nl-NL").format(limit);
  return PROBLEMS[problem].replace("#", number);
}
