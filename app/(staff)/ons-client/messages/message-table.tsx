import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { MessageState } from "./message-state";

type Line = Outputs["locationMessages"]["list"]["lines"][number];

type MessageTableProps = {
  lines: Line[];
  /** Id of the message beside the list */
  opened: string | undefined;
  /** The message the page before ended with */
  after: string | undefined;
};

/** Messages one a row; the text opens it beside the list. */
export function MessageTable({ lines, opened, after }: MessageTableProps) {
  const t = useTranslations("messages");
  const page = after === undefined ? "" : `&after=${after}`;
  const columns: Column<Line>[] = [
    {
      key: "message",
      label: t("columnMessage"),
      cell: ({ id, begin }) => (
        <PageLink href={`/ons-client/messages?message=${id}${page}`} scroll={false} className="wrap-anywhere">
          {begin}
        </PageLink>
      ),
    },
    { key: "place", label: t("columnPlace"), cell: ({ place }) => <PlaceName place={place} /> },
    { key: "sender", label: t("columnSender"), cell: ({ sender }) => sender },
    {
      key: "when",
      label: t("columnWhen"),
      cell: ({ state, scheduledAt, sentAt, createdAt }) => (
        <Moment
          format="near"
          value={state === "scheduled" ? (scheduledAt ?? createdAt) : (sentAt ?? scheduledAt ?? createdAt)}
        />
      ),
    },
    { key: "state", label: t("columnState"), cell: (line) => <MessageState message={line} /> },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("list")}
      columns={columns}
      items={lines}
      itemKey={({ id }) => id}
      isSelected={({ id }) => id === opened}
    />
  );
}

/** Where a message went: the name of a single location leads to its page. */
export function PlaceName({ place }: { place: Line["place"] }) {
  const t = useTranslations("messages");
  if (place === null) return t("all");
  if (place.code === null) return place.name;
  return <PageLink href={`/ons-client/locations/${encodeURIComponent(place.code)}`}>{place.name}</PageLink>;
}
