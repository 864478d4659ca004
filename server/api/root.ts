import { accountRouter } from "./account";
import { auditsRouter } from "./audits";
import { carenRouter } from "./caren";
import { clientsRouter } from "./clients";
import { clinimetricsRouter } from "./clinimetrics";
import { consentRouter } from "./consent";
import { dashboardRouter } from "./dashboard";
import { dossierRouter } from "./dossier";
import { duplicatesRouter } from "./duplicates";
import { emergencyRouter } from "./emergency";
import { employeesRouter } from "./employees";
import { entriesRouter } from "./entries";
import { exportRouter } from "./export";
import { importsRouter } from "./imports";
import { involvedRouter } from "./involved";
import { jobsRouter } from "./jobs";
import { locationMessagesRouter } from "./location-messages";
import { locationsRouter } from "./locations";
import { mailRouter } from "./mail";
import { mergeRouter } from "./merge";
import { portalRouter } from "./portal";
import { portalAccessRouter } from "./portal-access";
import { portalAccountsRouter } from "./portal-accounts";
import { portalActivitiesRouter } from "./portal-activities";
import { portalCarenRouter } from "./portal-caren";
import { portalDocumentsRouter } from "./portal-documents";
import { portalMessagesRouter } from "./portal-messages";
import { portalSecondFactorRouter } from "./portal-second-factor";
import { questionnairesRouter } from "./questionnaires";
import { directivesRouter, recordsRouter } from "./records";
import { rolesRouter } from "./roles";
import { secondFactorRouter } from "./second-factor";
import { sharingRouter } from "./sharing";
import { t } from "./trpc";

/** Every procedure of the product. */
export const appRouter = t.router({
  consent: consentRouter,
  account: accountRouter,
  audits: auditsRouter,
  caren: carenRouter,
  clients: clientsRouter,
  dashboard: dashboardRouter,
  directives: directivesRouter,
  dossier: dossierRouter,
  entries: entriesRouter,
  duplicates: duplicatesRouter,
  emergency: emergencyRouter,
  employees: employeesRouter,
  export: exportRouter,
  imports: importsRouter,
  involved: involvedRouter,
  jobs: jobsRouter,
  locationMessages: locationMessagesRouter,
  locations: locationsRouter,
  mail: mailRouter,
  portal: portalRouter,
  portalSecondFactor: portalSecondFactorRouter,
  portalAccess: portalAccessRouter,
  portalAccounts: portalAccountsRouter,
  portalActivities: portalActivitiesRouter,
  portalCaren: portalCarenRouter,
  portalDocuments: portalDocumentsRouter,
  portalMessages: portalMessagesRouter,
  records: recordsRouter,
  clinimetrics: clinimetricsRouter,
  questionnaires: questionnairesRouter,
  roles: rolesRouter,
  secondFactor: secondFactorRouter,
  merge: mergeRouter,
  sharing: sharingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = t.createCallerFactory(appRouter);
