import { accountRouter } from "./account";
import { clientsRouter } from "./clients";
import { dashboardRouter } from "./dashboard";
import { dossierRouter } from "./dossier";
import { exportRouter } from "./export";
import { jobsRouter } from "./jobs";
import { locationsRouter } from "./locations";
import { t } from "./trpc";

/** Every procedure of the product. */
export const appRouter = t.router({
  account: accountRouter,
  clients: clientsRouter,
  dashboard: dashboardRouter,
  dossier: dossierRouter,
  export: exportRouter,
  jobs: jobsRouter,
  locations: locationsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = t.createCallerFactory(appRouter);
