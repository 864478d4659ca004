"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { ChangedText } from "@/app/_ui/changed-text";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";
import type { Definition } from "@/server/questionnaires/input";
import { definitionOf } from "./definition";
import type { Editor } from "./use-editor";

/** A definition in words, one question a line, for comparing two. */
function wordsOf({ title, intro, questions }: Definition): string {
  const lines = questions.map(({ text, options }, index) => {
    const choices = options.map(({ label }) => label).join(" / ");
    return `${index + 1}. ${text}${choices && ` (${choices})`}`;
  });
  return [title, intro, ...lines].filter((line) => line !== "").join("\n");
}

type TheirVersionProps = { theirs: NonNullable<Editor["theirs"]>; mine: Definition };

/** A colleague changed the same questionnaire first: both are shown, what differs marked; one of them goes on. */
export function TheirVersion({ theirs: { opened, keepMine, take }, mine }: TheirVersionProps) {
  const [t, w] = [useTranslations("questionnaires"), useTranslations("writing")];
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [before, after] = [wordsOf(definitionOf(opened)), wordsOf(mine)];
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warning" title={w("conflictTitle")}>
        <p>
          {w.rich("conflictBy", {
            name: opened.changedBy,
            moment: () => <Moment value={opened.changedAt} format="sentence" />,
          })}
        </p>
        <div className="grid gap-3 py-1 tablet:grid-cols-2">
          <section>
            <h3 className="text-sm text-muted">{w("conflictMine")}</h3>
            <ChangedText before={before} after={after} side="after" />
          </section>
          <section>
            <h3 className="text-sm text-muted">{w("conflictTheirs")}</h3>
            <ChangedText before={before} after={after} side="before" />
          </section>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={keepMine}>
            {t("keepMine")}
          </Button>
          <Button size="small" onClick={take}>
            {t("takeTheirs")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
