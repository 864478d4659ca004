import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { mails } from "@/db/schema/mails";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { MAIL_QUEUED } from "./events";
import { readLaid } from "./folder";
import type { ListMails, OneMail } from "./input";
import { cancelRefusal, retryRefusal } from "./rules";
import { openBody } from "./sealed";
import { TEMPLATES } from "./templates";
import { type Destination, destinationOf, type MailLine, type MailView, mailLine, mailView } from "./view";

type MailRow = typeof mails.$inferSelect;

/**
 * A page of mails, newest first (an id begins with its time of making), and where mail goes.
 * @returns lines, and the mail after which the next page starts (`undefined`: this was the last)
 */
export async function listMails(
  ctx: Ctx,
  input: z.output<typeof ListMails>,
): Promise<{ destination: Destination; lines: MailLine[]; next: string | undefined }> {
  const rows = await ctx.db
    .select()
    .from(mails)
    .where(
      and(
        input.kind && eq(mails.kind, input.kind),
        input.state && eq(mails.state, input.state),
        input.after === undefined ? undefined : lt(mails.id, input.after),
      ),
    )
    .orderBy(desc(mails.id))
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  return {
    destination: destinationOf(ctx.world.env),
    lines: shown.map((row) => mailLine(row, ctx.world.keys)),
    next: rows.length > input.size ? shown.at(-1)?.id : undefined,
  };
}

async function findMail(ctx: Ctx, mailId: string): Promise<MailRow> {
  const [row] = await ctx.db.select().from(mails).where(eq(mails.id, mailId));
  if (!row) throw new DomainError("mail-gone");
  ctx.touch("mail", row.id);
  return row;
}

/** What a mail says; in a demo also when it lies in the data folder, so that its link can be followed. */
async function textOf({ world }: Ctx, { id, bodySealed }: MailRow): Promise<string | null> {
  if (bodySealed !== null) return openBody(world.keys, id, bodySealed).text;
  return world.demo ? readLaid(world.env.dataDir, id) : null;
}

/** One mail; its links are hidden outside a demo. @throws DomainError `mail-gone` */
export async function getMail(ctx: Ctx, { mailId }: z.output<typeof OneMail>): Promise<MailView> {
  const row = await findMail(ctx, mailId);
  return mailView(row, ctx.world.keys, {
    subject: TEMPLATES[row.kind].subject,
    text: await textOf(ctx, row),
    linksShown: ctx.world.demo,
    manages: ctx.allows("organisation.manage"),
    now: ctx.now,
  });
}

/**
 * Has a mail that did not go tried again at once, and then for a day as if it were new. Of one that is uncertain the
 * person has decided that a second copy does no harm.
 * @throws DomainError `mail-gone`, `mail-under-way`, `mail-not-retried`, `mail-useless`
 */
export async function retryMail(ctx: ChangeCtx, { mailId }: z.output<typeof OneMail>): Promise<void> {
  const row = await findMail(ctx, mailId);
  ctx.detail(row.kind);
  const refused = retryRefusal(row, ctx.now);
  if (refused) throw new DomainError(refused);
  await ctx.tx
    .update(mails)
    .set({ state: "queued", problem: null, endedAt: null, nextAttemptAt: ctx.now, retriedAt: ctx.now })
    .where(eq(mails.id, row.id));
  ctx.emit({ name: MAIL_QUEUED, data: {} });
}

/**
 * Keeps a mail that waits from going, and wipes its text.
 * @throws DomainError `mail-gone`, `mail-under-way`, `mail-ended`
 */
export async function cancelMail(ctx: ChangeCtx, { mailId }: z.output<typeof OneMail>): Promise<void> {
  const row = await findMail(ctx, mailId);
  ctx.detail(row.kind);
  const refused = cancelRefusal(row);
  if (refused) throw new DomainError(refused);
  await ctx.tx
    .update(mails)
    .set({ state: "cancelled", endedAt: ctx.now, nextAttemptAt: null, bodySealed: null })
    .where(eq(mails.id, row.id));
}
