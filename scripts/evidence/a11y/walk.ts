import type { Browser, Page } from "@playwright/test";
import { faultsOf } from "@/tests/e2e/faults-of";
import { signIn } from "@/tests/e2e/journey";
import { inLanes } from "./lanes";
import { routeOf, routesOf } from "./routes";
import { REFUSALS, VISITS, type Visit } from "./visits";

/** A desk and a phone, in CSS px. */
const WINDOWS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

/** So many pages in one session, so that two can share the work. */
const VISITS_A_WALK = 15;

interface Walk {
  as: Visit["as"];
  visits: readonly Visit[];
}

export interface Walked {
  /** Pages that were opened and looked at, in each window */
  pages: number;
  /** One line a fault; a page that has no visit, or could not be opened, is one too */
  violations: string[];
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** The first link to a page of this route; what is folded in a table is opened when nothing else leads there. */
async function linkTo(page: Page, route: string, routes: readonly string[]): Promise<string> {
  const find = async () => {
    const links = await page.locator("#main a[href]").all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
    return addresses.find((address) => address?.startsWith("/") && routeOf(address, routes) === route);
  };
  const found = await find();
  if (found) return found;
  const folded = page.locator("#main table button[aria-expanded=false]");
  if ((await folded.count()) > 0) await folded.first().click();
  const unfolded = await find();
  if (unfolded) return unfolded;
  throw new Error(`no link on ${pathOf(page)} leads to ${route}`);
}

async function open(page: Page, visit: Visit, url: string, routes: readonly string[]): Promise<void> {
  await page.setViewportSize(WINDOWS[0]);
  let answer = await page.goto(url + visit.at, { waitUntil: "networkidle" });
  for (const route of visit.by ?? []) {
    answer = await page.goto(url + (await linkTo(page, route, routes)), { waitUntil: "networkidle" });
  }
  const status = answer?.status();
  if (status !== (visit.status ?? 200)) throw new Error(`answered ${status}`);
  const meant = visit.lands ?? new URL(visit.at, url).pathname;
  if (!visit.by && pathOf(page) !== meant) throw new Error(`led to ${pathOf(page)}`);
}

/** Opens what was asked, and looks at it in each window. */
async function look(page: Page, visit: Visit, url: string, routes: readonly string[]): Promise<string[]> {
  await open(page, visit, url, routes);
  const found: string[] = [];
  for (const window of WINDOWS) {
    await page.setViewportSize(window);
    for (const fault of await faultsOf(page)) found.push(`${pathOf(page)} at ${window.width} px: ${fault}`);
  }
  return found;
}

/** Looks at some pages as one person. */
async function walkAs(browser: Browser, url: string, walk: Walk, routes: readonly string[]): Promise<Walked> {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
  const page = await context.newPage();
  const walked: Walked = { pages: 0, violations: [] };
  if (walk.as) await signIn(page, walk.as, url);
  for (const visit of walk.visits) {
    try {
      walked.violations.push(...(await look(page, visit, url, routes)));
      walked.pages++;
    } catch (error) {
      const what = [visit.at, ...(visit.by ?? [])].join(" → ");
      walked.violations.push(`${what} as ${walk.as ?? "a stranger"}: ${String(error).split("\n")[0]}`);
    }
  }
  await context.close();
  return walked;
}

/** Walks every page of the app, as those of the demo who may open it, and looks for what WCAG 2.2 AA forbids. */
export async function walkPages(browser: Browser, url: string, app: string): Promise<Walked> {
  const routes = routesOf(app);
  const visits = [...Object.values(VISITS).flat(), ...REFUSALS];
  const people = [...new Set(visits.map(({ as }) => as))];
  const walks = people.flatMap((as) => {
    const own = visits.filter((visit) => visit.as === as);
    const amount = Math.ceil(own.length / VISITS_A_WALK);
    return Array.from({ length: amount }, (_, at) => ({
      as,
      visits: own.slice(at * VISITS_A_WALK, (at + 1) * VISITS_A_WALK),
    }));
  });
  const unvisited = routes.filter((route) => !VISITS[route]?.length);
  const walked = await inLanes(walks, (walk) => walkAs(browser, url, walk, routes));
  return {
    pages: walked.reduce((sum, { pages }) => sum + pages, 0),
    violations: [
      ...unvisited.map((route) => `${route}: nobody visits it`),
      ...walked.flatMap(({ violations }) => violations),
    ],
  };
}
