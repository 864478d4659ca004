import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { directives } from "@/db/schema/clients";
import { allergies } from "@/db/schema/dossier/allergies";
import { legalStatus } from "@/db/schema/dossier/legal-status";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { oneOf } from "../dossier/codes";
import { allergiesPart } from "../dossier/parts/allergies";
import { legalStatusPart } from "../dossier/parts/legal-status";
import { LEGAL_KINDS } from "../dossier/parts/legal-status-codes";

/** What must not be missed about a client, in a few words. */
export interface Flag {
  kind: "allergy" | "treatment-limit" | "legal";
  label: string;
}

/** Laws under which someone may be kept or treated against their will; representation is not a flag. */
const COMPULSION: Readonly<Record<string, string>> = { wzd: "Wzd", wvggz: "Wvggz" };

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * The words of a treatment limit, or `undefined` when the decision limits nothing.
 * "Nee" on Reanimeren is "Niet reanimeren", on Antibiotica "Geen antibiotica"; a bare "Ja, maar …" is "beperkt".
 */
function limitOf({ subject, decision }: { subject: string; decision: string }): string | undefined {
  if (/^nee\b/i.test(decision)) return `${/^\S+en\b/.test(subject) ? "Niet" : "Geen"} ${lowerFirst(subject)}`;
  if (/^ja\W*$/i.test(decision)) return undefined;
  return `${subject}: ${/^ja, maar\W*$/i.test(decision) ? "beperkt" : lowerFirst(decision)}`;
}

/** The flags of what was recorded: severe allergies first, then treatment limits, then compulsory care. */
export function flagsFrom(recorded: {
  allergies: readonly { substance: string }[];
  directives: readonly { subject: string; decision: string }[];
  legal: readonly { law: string; kind: string }[];
}): Flag[] {
  const legal = recorded.legal.flatMap(({ law, kind }) => {
    const short = COMPULSION[law];
    const what = LEGAL_KINDS[oneOf(LEGAL_KINDS, kind) ?? "other"];
    return short ? [`${short}: ${lowerFirst(what)}`] : [];
  });
  const flags: Flag[] = [
    ...recorded.allergies.map(({ substance }) => ({
      kind: "allergy" as const,
      label: `Allergie: ${lowerFirst(substance)}`,
    })),
    ...recorded.directives.flatMap((directive) => {
      const label = limitOf(directive);
      return label ? [{ kind: "treatment-limit" as const, label }] : [];
    }),
    ...legal.map((label) => ({ kind: "legal" as const, label })),
  ];
  return flags.filter((flag, at) => flags.findIndex(({ label }) => label === flag.label) === at);
}

/** The flags of a client as they hold today; for who may see this dossier. */
export async function flagsOf(ctx: Ctx, client: ReachedClient): Promise<Flag[]> {
  const at = { day: ctx.day, now: ctx.now };
  return flagsFrom({
    allergies: await ctx.db
      .select({ substance: allergies.substance })
      .from(allergies)
      .where(
        and(
          eq(allergies.clientId, client.id),
          allergiesPart.current(allergies, at),
          or(eq(allergies.criticality, "high"), eq(allergies.severity, "severe")),
        ),
      ),
    directives: await ctx.db
      .select({ subject: directives.subject, decision: directives.decision })
      .from(directives)
      .where(
        and(
          eq(directives.clientId, client.id),
          eq(directives.kind, "treatment"),
          or(isNull(directives.endedOn), gte(directives.endedOn, ctx.day)),
        ),
      ),
    legal: await ctx.db
      .select({ law: legalStatus.law, kind: legalStatus.kind })
      .from(legalStatus)
      .where(
        and(
          eq(legalStatus.clientId, client.id),
          legalStatusPart.current(legalStatus, at),
          inArray(legalStatus.law, Object.keys(COMPULSION)),
        ),
      ),
  });
}
