import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";
import { Day, Moment } from "@/app/_ui/time";

type Item = Outputs["dashboard"]["view"]["signals"][number]["items"][number];

/** Whom it is about; those who are one question together stand together, with their numbers. */
export function SignalClients({ clients }: Pick<Item, "clients">) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {clients.map(({ id, number, name, href }) => (
        <span key={id}>
          <PageLink href={href}>{name}</PageLink>
          <span className="text-muted"> ({number})</span>
        </span>
      ))}
    </span>
  );
}

/** By when; late is said in words and in colour. */
export function SignalNote({ note }: Pick<Item, "note">) {
  if (!note) return null;
  return (
    <span className={note.late ? "font-medium text-warning-text" : "text-muted"}>
      {note.text} {note.day && <Day value={note.day} near />}
      {note.moment !== undefined && <Moment value={note.moment} format="near" />}
    </span>
  );
}
