"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { controlClass } from "./field";

export type ComboOption = { id: string; label: string; note?: string };

type ComboFieldProps = {
  label: ReactNode;
  options: readonly ComboOption[];
  /** Id of the chosen option; an empty text when none is */
  value: string;
  onChange: (id: string) => void;
  placeholder?: string;
};

/** One choice out of many, found by typing any part of it. An emptied field is no choice. */
export function ComboField({ label, options, value, onChange, placeholder }: ComboFieldProps) {
  const t = useTranslations("ui");
  const id = useId();
  const chosen = options.find((option) => option.id === value);
  return (
    <ComboBox
      // What was typed belongs to the choice: another choice from outside begins anew.
      key={value}
      id={id}
      defaultItems={options}
      defaultInputValue={chosen?.label ?? ""}
      defaultSelectedKey={chosen?.id ?? null}
      menuTrigger="focus"
      allowsEmptyCollection
      onSelectionChange={(key) => onChange(key === null ? "" : String(key))}
      className="grid min-w-0 content-start gap-1"
    >
      <Label className="font-bold">{label}</Label>
      <div className="relative">
        <Input
          placeholder={placeholder}
          autoComplete="off"
          maxLength={100}
          className={`${controlClass(false)} pr-8 text-ellipsis`}
        />
        <Button
          aria-label={t("comboOpen")}
          className="absolute inset-y-0 right-0 grid w-8 cursor-pointer place-items-center"
        >
          <ChevronDown className="size-4" />
        </Button>
      </div>
      <Popover className="z-(--z-popover) max-h-80 w-(--trigger-width) min-w-72 overflow-auto rounded-md border border-line bg-surface-raised p-1 text-ink shadow-2">
        <ListBox<ComboOption>
          className="outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{t("comboNone")}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="grid cursor-pointer rounded-sm px-3 py-1.5 text-sm outline-none hover:bg-surface-hover data-focused:bg-surface-selected data-selected:font-bold"
            >
              {option.label}
              {option.note && <span className="text-xs font-normal text-muted">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
