"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import { capital } from "./capital";
import { cx } from "./cx";
import { FieldError, type FieldProps } from "./field";

type RecordEditorProps<T> = Pick<FieldProps, "label" | "hint" | "error" | "optional"> & {
  /** Id of the add button; where an error of the list as a whole leads */
  id: string;
  /** One of them, lower case: "doel" */
  singular: string;
  records: readonly T[];
  onChange: (records: T[]) => void;
  /** An empty one */
  make: () => T;
  /** The controls of one record; `at` is its place from 0 */
  children: (record: T, at: number, change: (record: T) => void) => ReactNode;
};

/**
 * Records inside an entry (goals, actions): add, take away, put in another order, all by keyboard. Focus goes with what
 * was added or moved, and each change is said.
 */
export function RecordEditor<T>(props: RecordEditorProps<T>) {
  const { id, label, hint, error, optional, singular, records, onChange, make, children } = props;
  const t = useTranslations("ui");
  const said = useId();
  const list = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState("");
  /** Place of the record that takes focus when it is drawn; `null`: the add button */
  const [next, setNext] = useState<{ at: number | null }>();
  useEffect(() => {
    if (!next) return;
    const record = next.at === null ? undefined : list.current?.children[next.at];
    const target = record instanceof HTMLElement ? record : document.getElementById(id);
    target?.focus();
  }, [next, id]);

  const change = (changed: T[], focus: number | null, words: string) => {
    onChange(changed);
    setNext({ at: focus });
    setTold(words);
  };
  const place = (at: number) => ({ singular: capital(singular), number: at + 1 });
  const add = () => change([...records, make()], records.length, t("recordAdded", place(records.length)));
  const remove = (at: number) => {
    const left = records.filter((_, index) => index !== at);
    change(left, left.length === 0 ? null : Math.min(at, left.length - 1), t("recordRemoved", place(at)));
  };
  const move = (at: number, to: number) => {
    const moved = [...records];
    moved.splice(to, 0, ...moved.splice(at, 1));
    change(moved, to, t("recordMoved", { singular: capital(singular), from: at + 1, to: to + 1 }));
  };

  return (
    <fieldset className={cx("grid min-w-0 gap-2", error && "border-l-4 border-danger pl-3")}>
      <legend className="mb-1 font-bold">
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <ol ref={list} className="grid gap-3 empty:hidden">
        {records.map((record, at) => (
          // A record has no name of its own; its place will do, for its controls hold nothing themselves.
          <li
            key={`${said}-${at.toString()}`}
            tabIndex={-1}
            aria-label={t("recordName", place(at))}
            className="grid min-w-0 gap-3 border-l-3 border-line-strong pl-3"
          >
            <div className="flex flex-wrap items-center justify-between gap-2">
              <b className="text-sm">{t("recordName", place(at))}</b>
              <span className="flex gap-1">
                {at > 0 && (
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={t("recordUp", place(at))}
                    icon={<ArrowUp />}
                    onClick={() => move(at, at - 1)}
                  />
                )}
                {at < records.length - 1 && (
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={t("recordDown", place(at))}
                    icon={<ArrowDown />}
                    onClick={() => move(at, at + 1)}
                  />
                )}
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t("recordRemove", place(at))}
                  icon={<Trash2 />}
                  onClick={() => remove(at)}
                />
              </span>
            </div>
            {children(record, at, (changed) =>
              onChange(records.map((each, index) => (index === at ? changed : each))),
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button id={id} size="small" icon={<Plus />} onClick={add}>
          {t("recordAdd", { singular: capital(singular) })}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
