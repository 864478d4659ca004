import { accountRouter } from "./account";
import { auditsRouter } from "./audits";
import { clientsRouter } from "./clients";
import { clinimetricsRouter } from "./clinimetrics";
import { consentRouter } from "./consent";
import { dashboardRouter } from "./dashboard";
import { dossierRouter } from "./dossier";
import { employeesRouter } from "./employees";
import { entriesRouter } from "./entries";
import { exportRouter } from "./export";
import { importsRouter } from "./imports";
import { jobsRouter } from "./jobs";
import { locationsRouter } from "./locations";
import { mailRouter } from "./mail";
import { questionnairesRouter } from "./questionnaires";
import { directivesRouter, recordsRouter } from "./records";
import { rolesRouter } from "./roles";
import { secondFactorRouter } from "./second-factor";
import { t } from "./trpc";

/** Every procedure of the product. */
export const appRouter = t.router({
  consent: consentRouter,
  account: accountRouter,
  audits: auditsRouter,
  clients: clientsRouter,
  dashboard: dashboardRouter,
  directives: directivesRouter,
  dossier: dossierRouter,
  entries: entriesRouter,
  employees: employeesRouter,
  export: exportRouter,
  imports: importsRouter,
  jobs: jobsRouter,
  locations: locationsRouter,
  mail: mailRouter,
  records: recordsRouter,
  clinimetrics: clinimetricsRouter,
  questionnaires: questionnairesRouter,
  roles: rolesRouter,
  secondFactor: secondFactorRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = t.createCallerFactory(appRouter);
