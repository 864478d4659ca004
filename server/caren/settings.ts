import { eq } from "drizzle-orm";
import type { z } from "zod";
import { carenSettings } from "@/db/schema/caren";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { askCaren, carenSettingsOf } from "./gateway";
import type { ChangeCarenSettings } from "./input";
import { signedBy } from "./invite";
import { saidOf } from "./list";

/** The Caren settings, and whether Caren answers at this moment. */
export async function viewSettings(ctx: Ctx) {
  const { driver, messagesToNetwork, messagesToClient, changedAt, changedBy, version } =
    await carenSettingsOf(ctx.db);
  const { elsewhere } = ctx.world.env.caren;
  return {
    ...{ driver, messagesToNetwork, messagesToClient, version },
    changed: version > 0 ? { at: changedAt, by: changedBy } : null,
    /** Where a Caren elsewhere is; null when the server has none set */
    elsewhere: elsewhere?.baseUrl ?? null,
    caren: saidOf(await askCaren(ctx.world), ctx.now),
  };
}

/** Changes the Caren settings. @throws DomainError `caren-settings-changed` (someone else did), `caren-no-base-url` */
export async function changeSettings(
  ctx: ChangeCtx,
  { version, ...chosen }: z.output<typeof ChangeCarenSettings>,
): Promise<{ version: number }> {
  const now = await carenSettingsOf(ctx.tx);
  if (now.version !== version) throw new DomainError("caren-settings-changed");
  if (chosen.driver === "http" && !ctx.world.env.caren.elsewhere) throw new DomainError("caren-no-base-url");
  const row = { ...chosen, changedAt: ctx.now, changedBy: signedBy(ctx), version: version + 1 };
  if (version === 0) await ctx.tx.insert(carenSettings).values({ id: now.id, ...row });
  else await ctx.tx.update(carenSettings).set(row).where(eq(carenSettings.id, now.id));
  const { driver, messagesToNetwork, messagesToClient } = chosen;
  ctx.detail(`${driver}, network ${messagesToNetwork}, client ${messagesToClient}`);
  return { version: row.version };
}
