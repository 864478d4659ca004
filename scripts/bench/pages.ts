import type { DEMO_PEOPLE } from "@/db/seed/people";
import { startServer, temporaryData } from "@/tests/e2e/server";
import { load } from "./pages/load";
import { signedIn } from "./pages/sign-in";
import { percentile, rounded } from "./percentile";

type Email = (typeof DEMO_PEOPLE)[number]["email"];
interface Page {
  page: string;
  as: Email;
  status: number;
}

const CONNECTIONS = 10;
const SECONDS = 6;
const WARM_SECONDS = 2;

const nurse = { as: "zorg@kroniek.example", status: 200 } as const;

/** Empty but for what is round every page: who asks may not open it, and is shown the shell with one sentence. */
const EMPTY: Page = { page: "/admin/jobs", as: "zorg@kroniek.example", status: 403 };

/** The pages people open most, each as someone who opens it. */
const PAGES: readonly Page[] = [
  { page: "/", ...nurse },
  { page: "/clients", ...nurse },
  { page: "/clients/10001", ...nurse },
  { page: "/clients/10001/dossier", ...nurse },
  { page: "/clients/10001/dossier/reports", ...nurse },
  { page: "/clients/10006/dossier/reports", ...nurse },
  { page: "/clients/10001/export", as: "regie@kroniek.example", status: 200 },
  { page: "/clients/10001/log", ...nurse },
  { page: "/locations", ...nurse },
  { page: "/audits", as: "audit@kroniek.example", status: 200 },
];

/** What the bench prints for each page (the contract names the keys). */
export interface PageFigures {
  page: string;
  p50_ms: number;
  p95_ms: number;
  rps: number;
  /** p50 ÷ that of an empty page behind the same sign-in */
  ratio_to_static: number;
}

/** Signed-in pages over HTTP with 10 connections, of a production build with the demo in a folder of its own. */
export async function* benchPages(): AsyncGenerator<PageFigures> {
  const data = temporaryData();
  const server = await startServer({ dataDir: data.dataDir });
  try {
    const cookies = new Map<Email, string>();
    for (const { as } of [EMPTY, ...PAGES]) {
      if (!cookies.has(as)) cookies.set(as, await signedIn(server.url, as));
    }
    const measure = async ({ page, as, status }: Page) => {
      const options = { connections: CONNECTIONS, status };
      const [address, cookie] = [`${server.url}${page}`, cookies.get(as) ?? ""];
      await load(address, cookie, { ...options, seconds: WARM_SECONDS });
      return load(address, cookie, { ...options, seconds: SECONDS });
    };
    for (const each of PAGES) {
      // Measured beside each page: what else the machine does then falls on both.
      const empty = percentile((await measure(EMPTY)).times, 0.5);
      const { times, seconds } = await measure(each);
      const p50 = percentile(times, 0.5);
      yield {
        page: each.page,
        p50_ms: rounded(p50, 1),
        p95_ms: rounded(percentile(times, 0.95), 1),
        rps: rounded(times.length / seconds, 1),
        ratio_to_static: rounded(p50 / empty, 2),
      };
    }
  } finally {
    await server.stop();
    data.remove();
  }
}
