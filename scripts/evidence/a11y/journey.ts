import { DEMO_PASSWORD } from "@/db/seed/people";
import type { Email } from "@/tests/e2e/journey";
import type { Keyboard } from "./keyboard";

/** A piece of someone's work, from the door to the end, in keys. */
export interface Journey {
  /** What gets done */
  name: string;
  as: Email;
  /** The width of the window, in CSS px; a desk when left out */
  width?: number;
  /** From the dashboard on. @throws Error when a key does not lead on */
  go(keyboard: Keyboard): Promise<void>;
}

/** Signs in: the door is the one address that is typed into the browser. */
export async function signInByKeys(keyboard: Keyboard, email: Email): Promise<void> {
  await keyboard.fill("E-mailadres", email);
  await keyboard.reach(keyboard.main.getByLabel("Wachtwoord", { exact: true }));
  await keyboard.type(DEMO_PASSWORD);
  await keyboard.press("Enter");
  await keyboard.arrive(/^\/$/);
  await keyboard.see(keyboard.main.getByRole("heading", { level: 1 }));
}

/** From any page to a client: `/`, a few letters, arrow down, Enter. */
export async function findClient(keyboard: Keyboard, term: string, number: string): Promise<void> {
  await keyboard.press("/");
  await keyboard.type(term);
  await keyboard.see(keyboard.sight.getByRole("option", { name: new RegExp(number) }));
  const chosen = keyboard.sight.getByRole("option", { name: new RegExp(number), selected: true });
  await keyboard.press("ArrowDown", "Enter");
  await keyboard.arrive(new RegExp(`^/clients/${number}$`));
  if ((await chosen.count()) > 0) throw new Error("The hits stayed after one was chosen");
}

/** From a client to a part of the dossier, by its tab and its list of parts. */
export async function openPart(
  keyboard: Keyboard,
  number: string,
  slug: string,
  label: string,
): Promise<void> {
  const within = (name: string) => keyboard.sight.getByRole("navigation", { name, exact: true });
  await keyboard.link("Dossier", within("Cliënt"));
  await keyboard.arrive(/\/dossier$/);
  await keyboard.link(new RegExp(`^${label}`), within("Onderdelen"));
  await keyboard.arrive(new RegExp(`^/clients/${number}/dossier/${slug}$`));
  await keyboard.see(keyboard.main.getByRole("heading", { level: 1, name: label }));
}
