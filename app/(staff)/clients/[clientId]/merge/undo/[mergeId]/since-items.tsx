"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { dayAt, formatDay, timeAt } from "@/app/_ui/dates";
import { RadioGroup } from "@/app/_ui/radio-group";
import type { Given, Numbers, UndoView } from "./undo-desk";

type Item = UndoView["items"][number];

type SinceItemsProps = {
  items: readonly Item[];
  /** Nothing else was changed either */
  asItWas: boolean;
  numbers: Numbers;
  given: Given["items"];
  onGive: (more: Given["items"]) => void;
};

const SIDES = ["left", "right"] as const;

/** What was made since the merge, a group at a time: each belongs to one of the two. */
export function SinceItems({ items, asItWas, numbers, given, onGive }: SinceItemsProps) {
  const t = useTranslations("merge");
  const groups = [...new Set(items.map(({ group }) => group))];
  if (items.length === 0)
    return (
      <Card title={t("undoItems")}>
        <p className="text-sm text-muted">{t(asItWas ? "undoItemsNone" : "undoItemsNoneBut")}</p>
      </Card>
    );
  return (
    <section className="grid gap-3" aria-labelledby="since">
      <div>
        <h2 id="since" className="text-lg">
          {t("undoItems")}
        </h2>
        <p className="text-sm text-muted">{t("undoItemsNote")}</p>
      </div>
      {groups.map((label) => {
        const own = items.filter(({ group }) => group === label);
        return (
          <Card key={label} level={3} title={t("undoGroup", { label, count: own.length })}>
            <div className="flex flex-wrap gap-2 pb-1">
              {SIDES.map((side) => (
                <Button
                  key={side}
                  size="small"
                  aria-label={t("undoAllOf", { label, number: numbers[side] })}
                  onClick={() => onGive(Object.fromEntries(own.map(({ key }) => [key, side])))}
                >
                  {t("undoAll", { number: numbers[side] })}
                </Button>
              ))}
            </div>
            <ul className="divide-y divide-line">
              {own.map((item) => (
                <Since
                  key={item.key}
                  item={item}
                  numbers={numbers}
                  value={given[item.key]}
                  onGive={(side) => onGive({ [item.key]: side })}
                />
              ))}
            </ul>
          </Card>
        );
      })}
    </section>
  );
}

type SinceProps = {
  item: Item;
  numbers: Numbers;
  value: "left" | "right" | undefined;
  onGive: (side: "left" | "right") => void;
};

function Since({ item, numbers, value, onGive }: SinceProps) {
  const t = useTranslations("merge");
  const { key, group, at, by, text } = item;
  const moment = at === null ? t("undoNoDate") : `${formatDay(dayAt(at))}, ${timeAt(at)}`;
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 tablet:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="text-sm text-muted">
          {moment}
          {by && `, ${by}`}
        </p>
        <p className={text === null ? "text-muted" : "break-words whitespace-pre-line"}>
          {text ?? t("undoHidden")}
        </p>
      </div>
      <RadioGroup
        row
        labelHidden
        name={key}
        label={`${t("undoWhose")} ${t("undoItem", { label: group, moment })}`}
        value={value ?? ""}
        onChange={(event) => onGive(event.target.value === "right" ? "right" : "left")}
        options={SIDES.map((side) => ({ value: side, label: t("undoTo", { number: numbers[side] }) }))}
      />
    </li>
  );
}
