import { bundle, PATIENT } from "@/tests/interchange/importing";
import type { Journey } from "../journey";
import type { Keyboard } from "../keyboard";

const BEHEER = "beheer@kroniek.example";

const menu = (keyboard: Keyboard, name: string) =>
  keyboard.link(name, keyboard.sight.getByRole("navigation", { name: "Hoofdmenu" }));

/** The work of the office, of who administers, and of who watches the log. */
export const OFFICE: readonly Journey[] = [
  {
    name: "take in a new client",
    as: "administratie@kroniek.example",
    async go(keyboard) {
      await menu(keyboard, "Cliënten");
      await keyboard.link("Nieuwe cliënt");
      await keyboard.arrive(/^\/clients\/new$/);
      await keyboard.button("Cliënt aanmaken");
      // What is missing is listed, and each line leads to its field.
      await keyboard.link(/^Achternaam/);
      await keyboard.type("Toetsenproef");
      await keyboard.fill(/^Geboortedatum/, "03041938");
      await keyboard.tick(/^Geslacht/, "Vrouw");
      await keyboard.choose(/^Locatie/, "Huis Elzenhof (Regio Oost)");
      await keyboard.button("Cliënt aanmaken");
      await keyboard.arrive(/^\/clients\/\d{5}$/);
      await keyboard.see(keyboard.sight.getByText(/Toetsenproef/));
    },
  },
  {
    name: "ask the log who opened a client, and open a row",
    as: "audit@kroniek.example",
    async go(keyboard) {
      const { main, sight } = keyboard;
      await menu(keyboard, "Audits");
      await keyboard.arrive(/^\/audits$/);
      await keyboard.reach(main.getByRole("combobox", { name: "Gebeurtenis" }));
      await keyboard.type("opent cl");
      await keyboard.see(sight.getByRole("option", { name: "Opent cliënt", exact: true }));
      await keyboard.press("ArrowDown", "Enter");
      await keyboard.fill("Cliëntnummer", "10001");
      await keyboard.press("Enter");
      const rows = main.getByRole("table", { name: "Logregels, nieuwste eerst" });
      await keyboard.activate(rows.getByRole("button", { name: /^Opent cliënt/ }));
      await keyboard.see(sight.getByRole("complementary", { name: "Logregel" }).getByText("Mocht door"));
    },
  },
  {
    name: "make an employee with a role and its reach",
    as: BEHEER,
    async go(keyboard) {
      const { main } = keyboard;
      await menu(keyboard, "Beheer");
      await keyboard.arrive(/^\/admin\/employees$/);
      await keyboard.link("Nieuwe medewerker");
      await keyboard.arrive(/new$/);
      await keyboard.fill("Naam", "Toets Enproef");
      await keyboard.fill("E-mailadres", "toets.enproef@kroniek.example");
      await keyboard.fill("Functie", "verzorgende");
      await keyboard.choose("Rol", "verzorgende");
      await keyboard.reach(main.getByRole("combobox", { name: "Locatie" }));
      await keyboard.press("ArrowDown");
      await keyboard.button("Maak medewerker");
      await keyboard.arrive(/^\/admin\/employees\/(?!new$)[^/]+$/);
      await keyboard.see(main.getByRole("heading", { level: 1, name: "Toets Enproef" }));
    },
  },
  {
    name: "import a file and read its report",
    as: BEHEER,
    async go(keyboard) {
      const { main, sight } = keyboard;
      await menu(keyboard, "Beheer");
      await keyboard.link("Importeren", sight);
      await keyboard.arrive(/^\/admin\/import$/);
      const buffer = Buffer.from(bundle([PATIENT]));
      const file = { name: "dossier.json", mimeType: "application/json", buffer };
      await keyboard.chooseFile(main.getByRole("button", { name: "Bestanden" }), file);
      await keyboard.reach(main.getByRole("combobox", { name: "Locatie" }));
      await keyboard.press("ArrowDown");
      await keyboard.button("Start import");
      const rows = main.getByRole("table", { name: "Imports" });
      await keyboard.see(rows.getByText("Klaar", { exact: true }));
      await keyboard.activate(rows.getByRole("link"));
      await keyboard.see(main.getByRole("heading", { name: "Verslag van import" }));
    },
  },
  {
    name: "sign out by the menu",
    as: BEHEER,
    async go(keyboard) {
      const { sight } = keyboard;
      await keyboard.button(/^Menu van/, sight);
      await keyboard.see(sight.getByRole("menuitem", { name: "Mijn account" }));
      await keyboard.press("ArrowDown", "Enter");
      await keyboard.arrive(/^\/login$/);
    },
  },
];
