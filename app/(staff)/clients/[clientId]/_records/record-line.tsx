import { useTranslations } from "next-intl";
import { Tag } from "@/app/_ui/tag";
import { TextButton } from "@/app/_ui/text-button";
import { Moment } from "@/app/_ui/time";
import type { Card, CardRecord, Doing } from "./card";
import { Span } from "./span";

type RecordLineProps = {
  card: Card;
  record: CardRecord;
  mayMove: boolean;
  onDo: (doing: Doing) => void;
};

/** One record: its bold line, what is known of it, when it holds, and for the office what can be done with it. */
export function RecordLine({ card, record, mayMove, onDo }: RecordLineProps) {
  const t = useTranslations("records");
  const isLater = record.standing === "later" && typeof record.from !== "number";
  return (
    <li className="grid gap-x-3 gap-y-0.5 px-pad py-2.5 text-sm tablet:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          <b>{record.title}</b>
          {record.tag && <Tag>{record.tag}</Tag>}
          {isLater && <Tag>{t("later")}</Tag>}
        </div>
        {record.notes.map((note) => (
          <div key={note} className="break-words whitespace-pre-line text-muted">
            {note}
          </div>
        ))}
        {record.signed && (
          <div className="text-muted">
            {t("signed", { name: record.signed.by })} <Moment value={record.signed.at} />
          </div>
        )}
      </div>
      <div className="text-muted tablet:text-right">
        <Span from={record.from} until={record.until} />
      </div>
      {card.fields.length > 0 && (
        <div className="no-print flex flex-wrap gap-x-3 gap-y-1 tablet:col-span-2">
          {actionsOf(card, record, mayMove).map((act) => {
            const verb = act === "end" ? (card.end?.verb ?? "") : t(act);
            return (
              <TextButton
                key={act}
                aria-label={t("actionOn", { verb, title: record.title })}
                onClick={() => onDo({ act, record })}
              >
                {verb}
              </TextButton>
            );
          })}
        </div>
      )}
    </li>
  );
}

type Act = Exclude<Doing["act"], "add">;

function actionsOf(card: Card, record: CardRecord, mayMove: boolean): Act[] {
  const ended = record.standing === "over" || (card.end !== null && Boolean(record.filled[card.end.field]));
  return [
    ...(mayMove && record.standing === "now" ? (["move"] as const) : []),
    "change",
    ...(ended ? [] : (["end"] as const)),
    "withdraw",
  ];
}
