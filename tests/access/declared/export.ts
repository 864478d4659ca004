import { exports } from "@/db/schema/exports";
import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const exporting = ["dossier.export"] as const;

export const EXPORT: Record<string, Declared> = {
  "export.page": { door: "onClient", kind: "query", tasks: exporting, event: "export.page-viewed" },
  "export.list": { door: "onClient", kind: "query", tasks: exporting, event: "export.listed" },
  "export.poll": {
    door: "onClient",
    kind: "query",
    tasks: exporting,
    event: "export.listed",
    covered: true,
  },
  "export.request": {
    door: "onClient",
    kind: "mutation",
    tasks: exporting,
    event: "export.requested",
    proof: true,
    input: () => ({ requestKey: newId(0) }),
    bad: { requestKey: "short", scope: "everything" },
    undo: (world) => world.db.write((tx) => tx.delete(exports)),
  },
};
