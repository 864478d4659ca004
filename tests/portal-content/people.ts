import { and, eq } from "drizzle-orm";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { RelationKind } from "@/server/access/relations";
import { apiAs, apiWith, type ClientName, signInPortal } from "../access/people";
import { CLIENT, makePeople, published } from "../questionnaires/maker";
import type { TestWorld } from "../world";

export { CLIENT };

/** Someone in the portal: the API as they may use it at each call, and what they are to a client. */
export async function personAs(
  world: TestWorld,
  kind: RelationKind,
  to: ClientName = "own",
  name = "Anja Visser",
) {
  const session = await signInPortal(world, [{ kind, to }], { name, passwordHash: "set" });
  const [row] = await world.db.read
    .select({ relationId: portalRelations.id, accountId: portalAccounts.id })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(eq(portalAccounts.name, name), eq(portalRelations.kind, kind)));
  if (!row) throw new Error("no relation");
  return { ...row, session, api: () => apiAs(world, session) };
}

/** A client with a carer, the owner of the dossier by task, a published questionnaire and a betrokkene. */
export async function around(world: TestWorld) {
  const { maker, carer } = await makePeople(world);
  const sharer = await apiWith(world, {
    tasks: ["dossier.view", "dossier.edit", "dossier.share"],
    reach: "own",
  });
  const questionnaire = await published(maker);
  const anja = await personAs(world, "involved");
  const asked = {
    ...{ clientId: CLIENT, relationId: anja.relationId, questionnaireId: questionnaire.id },
    ...{ dueOn: "2026-12-01", instruction: "Neem de tijd.", requestKey: "asked-once" },
  };
  return { maker, carer, sharer, questionnaire, anja, asked };
}
