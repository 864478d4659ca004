import type { z } from "zod";
import type { ChangeCtx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import type { FieldProblem } from "../../core/field-problems";
import { forgetDraft } from "../draft";
import { findEntry, partAt } from "../find";
import { formValues, initialValues } from "../form";
import type { AddEntry, ArchiveEntry, CorrectEntry, EndEntry, RestoreEntry } from "../input";
import { judgeChange } from "../judge";
import { readForm } from "../read-form";
import type { AnyRow } from "../registry";
import { addEntry, candidate, type NewEntry, problemsOfNew, type Stored } from "./add";
import { archiveEntry, endEntry, restoreEntry } from "./close";
import { correctEntry } from "./correct";

/** All that is wrong at once: what could not be read, and of the other fields what cannot be true. */
function refuse(unread: readonly FieldProblem[], wrong: readonly FieldProblem[]): DomainError {
  const told = (path: string) =>
    unread.some((each) => each.path === path || path.startsWith(`${each.path}.`));
  const fields = [...unread, ...wrong.filter(({ path }) => !told(path))];
  return new DomainError("entry-invalid", { fields });
}

/**
 * Adds what a form holds; a field that is not named starts as the form would, and the draft of it is done with.
 * @throws as `addEntry`, `not-found` for an unknown part
 */
export async function addFromForm(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof AddEntry>,
): Promise<Stored> {
  const part = partAt(input.part);
  const { values, problems } = readForm(part, { ...initialValues(ctx, part), ...input.values }, {});
  if (problems.length > 0) {
    ctx.touch("part", part.slug);
    throw refuse(problems, problemsOfNew(ctx, part, candidate(ctx, client, part, values)));
  }
  const stored = await addEntry(ctx, client, part, values as NewEntry<typeof part.table>, input);
  await forgetDraft(ctx, client, part, "");
  return stored;
}

/** Corrects an entry with what a form holds; the draft of it is done with. @throws as `correctEntry` */
export async function correctFromForm(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof CorrectEntry>,
): Promise<Stored> {
  const part = partAt(input.part);
  const row = await findEntry(ctx, client, part, input.entryId);
  const { values, problems } = readForm(part, input.values, formValues(part, row));
  if (problems.length > 0) {
    if (row.version !== input.version) throw new DomainError("entry-changed");
    throw refuse(problems, judgeChange(part, row, { ...row, ...values } as AnyRow, ctx.now));
  }
  const stored = await correctEntry(ctx, client, part, {
    ...input,
    values: values as Partial<NewEntry<typeof part.table>>,
  });
  await forgetDraft(ctx, client, part, row.id);
  return stored;
}

/** Ends an entry, from the dialog that asks when. @throws as `endEntry` */
export function endFromForm(ctx: ChangeCtx, client: ReachedClient, input: z.output<typeof EndEntry>) {
  return endEntry(ctx, client, partAt(input.part), input);
}

/** Archives an entry, from the dialog that asks why. @throws as `archiveEntry` */
export function archiveFromForm(ctx: ChangeCtx, client: ReachedClient, input: z.output<typeof ArchiveEntry>) {
  return archiveEntry(ctx, client, partAt(input.part), input);
}

/** Takes an entry back out of the archive. @throws as `restoreEntry` */
export function restoreFromForm(ctx: ChangeCtx, client: ReachedClient, input: z.output<typeof RestoreEntry>) {
  return restoreEntry(ctx, client, partAt(input.part), input);
}
