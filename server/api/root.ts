import { accountRouter } from "./account";
import { clientsRouter } from "./clients";
import { dossierRouter } from "./dossier";
import { exportRouter } from "./export";
import { t } from "./trpc";

/** Every procedure of the product. */
export const appRouter = t.router({
  account: accountRouter,
  clients: clientsRouter,
  dossier: dossierRouter,
  export: exportRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = t.createCallerFactory(appRouter);
