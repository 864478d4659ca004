import { DomainError } from "../core/errors";
import {
  beginImport,
  cancelImport,
  listImports,
  openImport,
  pollImports,
  startImport,
} from "../interchange/imports";
import { BeginImport, OneImport } from "../interchange/input";
import { anywhere, onLocations } from "./procedure";
import { t } from "./trpc";

const tasks = ["interchange.import"] as const;

export const importsRouter = t.router({
  list: anywhere({ tasks, audit: "import.viewed" }).query(({ ctx }) => listImports(ctx.act)),
  /** State and counts only: told by the list it stands beside. */
  poll: anywhere({ tasks, audit: { coveredBy: "import.viewed" } }).query(({ ctx }) => pollImports(ctx.act)),
  report: anywhere({ tasks, audit: "import.report-viewed" })
    .input(OneImport)
    .query(({ ctx, input }) => openImport(ctx.act, input)),
  begin: onLocations({ tasks, audit: "import.begun" })
    .input(BeginImport)
    .mutation(({ ctx, input }) => {
      const [locationId, ...others] = input.locationIds;
      if (locationId === undefined || others.length > 0) throw new DomainError("input-invalid");
      return beginImport(ctx.act, input, locationId);
    }),
  start: anywhere({ tasks, audit: "import.started" })
    .input(OneImport)
    .mutation(({ ctx, input }) => startImport(ctx.act, input)),
  cancel: anywhere({ tasks, audit: "import.cancelled" })
    .input(OneImport)
    .mutation(({ ctx, input }) => cancelImport(ctx.act, input)),
});
