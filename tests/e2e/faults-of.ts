import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What is wrong with the page as it is now: WCAG 2.2 AA as far as a machine can tell, and sideways scrolling.
 * @returns one line a fault, with the rule and where
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`),
    ...(overflow > 0 ? [`the page is ${overflow} px wider than the window`] : []),
  ];
}

/** A page between two states has half a colour and perhaps no title yet: only what stays is judged. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.title !== "" &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) => playState !== "running" || effect?.getTiming().iterations === Infinity,
        ),
    undefined,
    { timeout: 5_000 },
  );
}
