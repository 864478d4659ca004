import type { Metadata } from "next";
import { cache } from "react";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { capital } from "@/app/_ui/capital";
import { Card } from "@/app/_ui/card";
import { cx } from "@/app/_ui/cx";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { ClientActions } from "../../../_parts/client-actions";
import { ClientContent } from "../../../_parts/client-columns";
import { ArchivedNotice } from "../archived-notice";
import { MistakenBadge, NewBadge } from "../entry-badges";
import { EntryDetails } from "../entry-details";
import { DocumentSharing } from "./document-sharing";
import { EntryActions } from "./entry-actions";
import { EntryVersions } from "./entry-versions";

type EntryPageProps = { params: Promise<{ clientId: string; part: string; entryId: string }> };

/** Asked once for the page and its title: opening an entry is one row in the log. */
const loadEntry = cache(async (clientId: string, part: string, entryId: string) =>
  load((await api()).entries.entry({ clientId, part, entryId })),
);

/** Part and date only: the title of a window stays behind in the history of the browser. */
export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  const { clientId, part, entryId } = await params;
  const { singular, dated } = await loadEntry(clientId, part, entryId);
  return { title: [capital(singular), dated, clientId].filter(Boolean).join(" ") };
}

/** One entry whole: what it says, what may be done with it, and what it said before. */
export default async function EntryPage({ params }: EntryPageProps) {
  const { clientId, part, entryId } = await params;
  const shown = await loadEntry(clientId, part, entryId);
  const owner = await me();
  const releases =
    part === "documents" ? await load((await api()).involved.releases({ clientId, entryId })) : undefined;
  const { columns, label, singular, title, dated, unfinished, ...entry } = shown;
  const list = `/clients/${clientId}/dossier/${part}`;
  const heading = capital(singular);
  const struck = entry.mistaken || entry.archived ? "line-through" : undefined;
  const facts = entry.cells.filter(({ text }) => text !== "");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead
        above={<Breadcrumb crumbs={[{ label, href: list }, { label: heading }]} />}
        title={`${heading}: ${[title, dated].filter(Boolean).join(", ")}`}
        aside={
          <span className="flex flex-wrap gap-2">
            <NewBadge entry={entry} />
            <MistakenBadge entry={entry} />
          </span>
        }
      />
      <ArchivedNotice entry={entry} />
      <EntryActions
        key={entry.version}
        target={{ clientId, part, entryId, version: entry.version }}
        singular={singular}
        name={nameOf(singular, facts[0]?.text ?? "")}
        can={entry.can}
        unfinished={unfinished}
        owner={{ id: owner.id, name: owner.name }}
      />
      <Card>
        <div className="grid gap-3">
          <DefinitionList
            items={facts.map(({ key, text }) => ({
              term: columns.find((column) => column.key === key)?.label ?? key,
              value: <div className={cx("max-w-(--measure)", struck)}>{text}</div>,
            }))}
          />
          <EntryDetails entry={entry} />
        </div>
      </Card>
      {releases && <DocumentSharing target={{ clientId, entryId }} releases={releases} />}
      {entry.version > 1 && <EntryVersions target={{ clientId, part, entryId }} newest={entry.version} />}
    </ClientContent>
  );
}

/** What an entry is called in a question: its kind and its first fact, where that is short. */
function nameOf(singular: string, fact: string): string {
  return fact !== "" && fact.length <= 80 ? `${capital(singular)} “${fact}”` : capital(singular);
}
