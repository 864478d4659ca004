import { type Download, expect, type FileChooser, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const STOPS = 250;

/** What a person sees, and nothing to touch it with. */
export type Sight = Pick<Page, "getByRole" | "getByText" | "getByLabel">;

/** Where the focus is hidden from who looks at it (WCAG 2.4.11): outside the window, or wholly under something else. */
function isHidden(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [width, height] = [right - left, bottom - top];
  if (width <= 1 || height <= 1) return false;
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [left + width * x, top + height * y] as const),
  );
  return !points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
}

/** Someone at the keyboard: keys go in, the screen is looked at, and there is no other way. */
export class Keyboard {
  readonly sight: Sight;
  /** What the page is about */
  readonly main: Locator;

  private readonly choosers: FileChooser[] = [];

  constructor(private readonly page: Page) {
    this.sight = page;
    this.main = page.locator("#main");
    page.on("filechooser", (chooser) => this.choosers.push(chooser));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types where the focus is; letters of a plain keyboard only, for others come without a key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async see(what: Locator): Promise<void> {
    await expect(what.first()).toBeVisible({ timeout: 20_000 });
  }

  /** Waits for a page. @param path a regular expression over the path of its address */
  async arrive(path: RegExp): Promise<void> {
    await this.page.waitForURL(({ pathname }) => path.test(pathname), { timeout: 20_000 });
  }

  /** Tabs until the focus is on this. @throws Error when it cannot be reached, or cannot be seen there */
  async reach(what: Locator, key = "Tab"): Promise<void> {
    const wanted = what.first();
    await this.see(wanted);
    for (let stop = 0; stop <= STOPS; stop++) {
      // Of all there are, so that nothing is waited for: what opens over it hides it until a key closes that.
      const [focused] = await wanted.evaluateAll((all) => all.map((one) => one === document.activeElement));
      if (focused) {
        if (await wanted.evaluate(isHidden)) throw new Error(`The focus is hidden on ${what}`);
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`No ${key} leads to ${what}`);
  }

  async activate(what: Locator, key = "Enter"): Promise<void> {
    await this.reach(what);
    await this.page.keyboard.press(key);
  }

  link(name: string | RegExp, within: Sight | Locator = this.main): Promise<void> {
    return this.activate(within.getByRole("link", { name, exact: true }));
  }

  button(name: string | RegExp, within: Sight | Locator = this.main): Promise<void> {
    return this.activate(within.getByRole("button", { name, exact: true }));
  }

  /** Types into a text field in place of what it says. */
  async fill(name: string | RegExp, text: string, within: Sight | Locator = this.main): Promise<void> {
    await this.reach(within.getByRole("textbox", { name }));
    await this.press("ControlOrMeta+a");
    await this.type(text);
  }

  /** Walks a list that unfolds down to the choice of this name. */
  async choose(name: string | RegExp, choice: string, within: Sight | Locator = this.main): Promise<void> {
    const list = within.getByRole("combobox", { name });
    await this.reach(list);
    const shown = () =>
      list.first().evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label.trim());
    for (let stop = 0; (await shown()) !== choice; stop++) {
      if (stop > STOPS) throw new Error(`No arrow leads to ${choice} in ${list}`);
      await this.press("ArrowDown");
    }
  }

  /** Tabs to a group of radios, and walks it with the arrows down to the one of this name; Space when it is met. */
  async tick(group: string | RegExp, choice: string | RegExp): Promise<void> {
    const radios = this.main.getByRole("group", { name: group }).getByRole("radio");
    const wanted = this.main
      .getByRole("group", { name: group })
      .getByRole("radio", { name: choice, exact: true });
    await this.see(wanted);
    const inGroup = () =>
      radios.evaluateAll((all) => all.some((element) => element === document.activeElement));
    for (let stop = 0; !(await inGroup()); stop++) {
      if (stop > STOPS) throw new Error(`No Tab leads to ${group}`);
      await this.press("Tab");
    }
    await this.press("Space");
    for (let stop = 0; !(await wanted.isChecked()); stop++) {
      if (stop > STOPS) throw new Error(`No arrow leads to ${choice}`);
      await this.press("ArrowDown");
    }
  }

  /** The file that comes of pressing Enter on this. */
  async download(what: Locator): Promise<Download> {
    await this.reach(what);
    const coming = this.page.waitForEvent("download");
    await this.press("Enter");
    return coming;
  }

  /** Chooses files in the window of the system that opens by pressing Enter on this. */
  async chooseFile(what: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.reach(what);
    await this.press("Enter");
    await expect
      .poll(() => this.choosers.length, { message: `No window opens at ${what}` })
      .toBeGreaterThan(0);
    await this.choosers.pop()?.setFiles(file);
  }
}
