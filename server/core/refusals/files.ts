import type { Refusal } from "./refusal";

export const FILES_REFUSALS = {
  "file-kind": {
    kind: "invalid",
    nl: "Dit soort bestand kan hier niet. Kies een PDF, JPG, PNG of TXT. Van een Word- of Excelbestand maak je eerst een PDF (Opslaan als, PDF); een foto uit een iPhone (HEIC) zet je eerst om naar JPG.",
  },
  "file-kind-paper": {
    kind: "invalid",
    nl: "Dit soort bestand kan hier niet. Kies een PDF, JPG of PNG. Van een tekst maak je eerst een PDF (Opslaan als, PDF); een foto uit een iPhone (HEIC) zet je eerst om naar JPG.",
    u: "Dit soort bestand kan hier niet. Kies een PDF, JPG of PNG. Van een tekst maakt u eerst een PDF (Opslaan als, PDF); een foto uit een iPhone (HEIC) zet u eerst om naar JPG.",
  },
  "file-web": {
    kind: "invalid",
    nl: "Een webpagina of SVG-tekening kan hier niet, want daar kan een programma in zitten. Sla hem op als PDF of PNG en kies dat bestand.",
  },
  "file-archive": {
    kind: "invalid",
    nl: "Een ZIP of ander ingepakt bestand kan hier niet. Pak het uit en voeg de bestanden één voor één toe.",
  },
  "file-not-as-named": {
    kind: "invalid",
    nl: "De inhoud van dit bestand past niet bij zijn naam. Open het in het programma waarmee het is gemaakt, sla het op als PDF en kies dat bestand.",
  },
  "file-hides-more": {
    kind: "invalid",
    nl: "In dit bestand zit nog iets anders verstopt dan waarvoor het zich uitgeeft. Het is niet bewaard. Print het als PDF, of maak er een schermafdruk van, en kies dat bestand.",
  },
  "file-active": {
    kind: "invalid",
    nl: "In deze PDF zit iets dat zelf iets kan doen, zoals een script, een bijlage of een in te vullen formulier, of iets dat niet is na te kijken. Het bestand is niet bewaard. Open het, kies Afdrukken en dan Opslaan als PDF, en kies dat nieuwe bestand.",
  },
  "file-broken": {
    kind: "invalid",
    nl: "Dit bestand is niet heel: het breekt af of is beschadigd. Open het om dat na te gaan, sla het opnieuw op en kies dat bestand.",
  },
  "file-not-text": {
    kind: "invalid",
    nl: "Dit tekstbestand is niet te lezen. Open het in Kladblok, sla het op met codering UTF-8 en kies dat bestand.",
  },
  "file-empty": { kind: "invalid", nl: "Dit bestand is leeg. Kies een ander bestand." },
  "file-too-large": {
    kind: "invalid",
    nl: "Dit bestand is groter dan 25 MB. Sla een scan op met een lagere kwaliteit, of knip het document in delen.",
  },
  "file-too-large-paper": {
    kind: "invalid",
    nl: "Dit bestand is groter dan 10 MB. Sla een scan op met een lagere kwaliteit, of knip het in delen.",
  },
  "file-quota": {
    kind: "refused",
    nl: "Van deze cliënt is al 2 GB aan bestanden bewaard; dit bestand past er niet meer bij. Vraag functioneel beheer wat weg mag.",
    u: "Bij deze cliënt zijn al zo veel bestanden bewaard dat dit er niet meer bij past. Neem contact op met de organisatie.",
  },
  "file-disk-full": {
    kind: "unavailable",
    nl: "Er is te weinig ruimte op de schijf om dit bestand te bewaren. Er is niets bewaard. Vraag functioneel beheer om ruimte en probeer het opnieuw.",
    u: "Er is nu te weinig ruimte om dit bestand te bewaren. Er is niets bewaard. Neem contact op met de organisatie, of probeer het later opnieuw.",
  },
  "file-no-preview": {
    kind: "invalid",
    nl: "Dit soort bestand kan niet hier worden getoond. Download het om het te openen.",
  },
  "upload-broken": {
    kind: "invalid",
    nl: "Het uploaden is afgebroken. Er is niets bewaard. Controleer je verbinding en probeer het opnieuw.",
    u: "Het uploaden is afgebroken. Er is niets bewaard. Controleer uw verbinding en probeer het opnieuw.",
  },
} as const satisfies Record<string, Refusal>;
