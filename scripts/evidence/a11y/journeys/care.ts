import { pdf } from "@/tests/files/papers";
import { findClient, type Journey, openPart } from "../journey";

const ZORG = "zorg@kroniek.example";
const REGIE = "regie@kroniek.example";

const TEXT = "Toetsenproef: mevrouw heeft rustig gegeten.";

/** The work of who cares: finding, reading, writing, measuring, handing out. */
export const CARE: readonly Journey[] = [
  {
    name: "find a client by search and open the dossier",
    as: ZORG,
    async go(keyboard) {
      await findClient(keyboard, "Verhoeven", "10001");
      await keyboard.link("Dossier", keyboard.sight.getByRole("navigation", { name: "Cliënt", exact: true }));
      await keyboard.see(keyboard.main.getByRole("heading", { level: 1, name: "Medisch overzicht" }));
    },
  },
  {
    name: "write a report with a category, and correct it",
    as: ZORG,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await findClient(keyboard, "10002", "10002");
      await openPart(keyboard, "10002", "reports", "Rapportages");
      const text = main.getByRole("textbox", { name: /^Rapportage/ });
      await keyboard.reach(text);
      await keyboard.type(TEXT);
      await keyboard.reach(main.getByRole("combobox", { name: /^Categorie/ }), "Shift+Tab");
      await keyboard.press("ArrowDown");
      await keyboard.reach(text);
      await keyboard.press("Control+Enter");
      const report = main.getByRole("article").filter({ hasText: TEXT });
      await keyboard.link(/^Openen/, report);
      await keyboard.arrive(/reports\/[0-9a-f-]{36}$/);
      await keyboard.link("Corrigeren");
      await keyboard.arrive(/edit$/);
      await keyboard.fill(/^Rapportage/, TEXT.replace("rustig", "haastig"));
      await keyboard.fill(/^Waarom corrigeer je dit\?/, "Verkeerd gezien");
      await keyboard.button("Correctie opslaan");
      await keyboard.see(sight.getByRole("heading", { name: "1 eerdere versie" }));
      await keyboard.button("Toon eerdere versies");
      await keyboard.see(main.getByText(/Verkeerd gezien$/));
    },
  },
  {
    name: "note an allergy, and end it after thinking again",
    as: ZORG,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await findClient(keyboard, "10003", "10003");
      await openPart(keyboard, "10003", "allergies", "Allergieën");
      await keyboard.link("Allergie toevoegen");
      await keyboard.fill(/^Stof/, "Toetsenproef: latex");
      await keyboard.choose(/^Soort/, "Omgeving");
      await keyboard.button("Allergie opslaan");
      const end = main.getByRole("button", { name: "Beëindigen" });
      const question = sight.getByRole("dialog");
      await keyboard.activate(end);
      await keyboard.see(question);
      await keyboard.press("Escape");
      // Back where one was, without a key.
      await keyboard.reach(end, "F15");
      await keyboard.press("Enter");
      await keyboard.button("Beëindigen", question);
      await keyboard.see(sight.getByRole("heading", { name: "1 eerdere versie" }));
    },
  },
  {
    name: "fill in an instrument and see its score",
    as: ZORG,
    async go(keyboard) {
      const { main } = keyboard;
      await findClient(keyboard, "10006", "10006");
      await openPart(keyboard, "10006", "measurements", "Metingen");
      await keyboard.link("Meting toevoegen");
      await keyboard.button(/^SNAQ Onder/);
      await keyboard.tick(/Gewichtsverlies/, "Meer dan 6 kg in de laatste 6 maanden");
      await keyboard.tick(/Eetlust/, "Verminderde eetlust de afgelopen maand");
      await keyboard.tick(/Drink- of sondevoeding/, "Geen drink- of sondevoeding");
      await keyboard.see(main.getByRole("status").filter({ hasText: "4 van 7" }));
      await keyboard.see(main.getByRole("status").filter({ hasText: "Ernstig ondervoed" }));
      await keyboard.button("Meting opslaan");
      await keyboard.arrive(/measurements\/[0-9a-f-]{36}$/);
    },
  },
  {
    name: "add a document, look at it in the page, and download it",
    as: ZORG,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await findClient(keyboard, "10004", "10004");
      await openPart(keyboard, "10004", "documents", "Documenten");
      await keyboard.link("Document toevoegen");
      await keyboard.arrive(/new$/);
      const file = { name: "toetsenproef.pdf", mimeType: "application/pdf", buffer: pdf("Toetsen") };
      await keyboard.chooseFile(main.getByRole("button", { name: "Bestand", exact: true }), file);
      await keyboard.choose(/^Label/, "Overig");
      await keyboard.button("Document opslaan");
      await keyboard.arrive(/documents\/[0-9a-f-]{36}$/);
      await keyboard.button("Bekijk toetsenproef.pdf");
      await keyboard.see(sight.getByRole("button", { name: "Sluit toetsenproef.pdf" }));
      await keyboard.download(main.getByRole("button", { name: "Download toetsenproef.pdf" }));
    },
  },
  {
    name: "start an export, see it ready, and download it",
    as: REGIE,
    async go(keyboard) {
      const { main } = keyboard;
      await findClient(keyboard, "10001", "10001");
      await keyboard.link("Dossier", keyboard.sight.getByRole("navigation", { name: "Cliënt", exact: true }));
      await keyboard.link("Exporteer cliënt", keyboard.sight);
      await keyboard.arrive(/\/export$/);
      await keyboard.tick("Wat gaat erin?", /^Actueel dossier/);
      await keyboard.button("Start nieuwe export");
      await keyboard.see(main.getByText("Klaar", { exact: true }));
      await keyboard.download(main.getByRole("button", { name: "Download export" }));
      await keyboard.see(main.getByText(/1 keer gedownload/));
    },
  },
  {
    name: "walk the location tree by arrows and letters",
    as: REGIE,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await keyboard.link("Locaties", sight.getByRole("navigation", { name: "Hoofdmenu" }));
      await keyboard.arrive(/^\/locations$/);
      const tree = main.getByRole("treegrid", { name: "Locatiegram" });
      await keyboard.reach(tree.getByRole("row").first());
      await keyboard.type("regio o");
      await keyboard.press("ArrowLeft");
      await keyboard.see(tree.getByRole("row", { name: /Regio Oost/, expanded: false }));
      await keyboard.press("ArrowRight");
      await keyboard.see(tree.getByRole("row", { name: /Huis Elzenhof/ }));
      await keyboard.press("ArrowDown", "Enter");
      const clients = main.getByRole("table", { name: /Huis Elzenhof/ });
      await keyboard.activate(clients.getByRole("link"));
      await keyboard.arrive(/^\/clients\/\d+$/);
    },
  },
  {
    name: "open a part of a dossier on a phone with a keyboard",
    as: ZORG,
    width: 390,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await keyboard.button("Menu", sight);
      await keyboard.link("Cliënten", sight);
      await keyboard.arrive(/^\/clients$/);
      await keyboard.reach(main.getByRole("searchbox").or(main.getByLabel("Zoek een cliënt")));
      await keyboard.type("10001");
      await keyboard.press("Enter");
      await keyboard.link(/Verhoeven/);
      await keyboard.arrive(/^\/clients\/10001$/);
      await keyboard.link("Dossier", sight.getByRole("navigation", { name: "Cliënt", exact: true }));
      await keyboard.button("Medisch overzicht", sight.getByRole("navigation", { name: "Onderdelen" }));
      await keyboard.link(/^Medicatie/, sight.getByRole("navigation", { name: "Onderdelen" }));
      await keyboard.see(main.getByRole("heading", { level: 1, name: "Medicatie" }));
    },
  },
];
