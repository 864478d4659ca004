"use client";

import { FileUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "./button";
import { Bytes } from "./bytes";
import { cx } from "./cx";
import { describedBy, Field, type FieldProps } from "./field";

type FileFieldProps = FieldProps & {
  id?: string;
  /** Extensions with their dot: what the browser's own window offers first. What comes is judged elsewhere. */
  accept: readonly string[];
  multiple?: boolean;
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** While sending, what was chosen stays as it is */
  fixed?: boolean;
};

/** Files, chosen in the browser's window or dropped on the field. */
export function FileField({
  accept,
  multiple = false,
  files,
  onChange,
  fixed = false,
  ...field
}: FileFieldProps) {
  const t = useTranslations("ui");
  const made = useId();
  const id = field.id ?? made;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (given: Iterable<File>) => {
    const added = [...given];
    if (added.length === 0 || fixed) return;
    onChange(
      multiple
        ? [...files, ...added.filter((one) => !files.some((each) => same(each, one)))]
        : added.slice(0, 1),
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const { label, hint, error, optional, labelHidden } = field;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <fieldset
        className={cx(
          "grid gap-2 rounded-md border border-dashed p-3",
          over ? "border-accent bg-surface-selected" : error ? "border-danger" : "border-line-strong",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!fixed);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <legend className="sr-only">{label}</legend>
        {files.length > 0 && (
          <ul className="grid gap-1">
            {files.map((file) => (
              <li
                key={`${file.name} ${file.size} ${file.lastModified}`}
                className="flex min-w-0 items-center gap-2"
              >
                <span className="min-w-0 wrap-anywhere">
                  <b className="font-medium">{file.name}</b>{" "}
                  <span className="text-sm whitespace-nowrap text-muted">
                    <Bytes bytes={file.size} />
                  </span>
                </span>
                {!fixed && (
                  <Button
                    look="quiet"
                    size="small"
                    icon={<X />}
                    aria-label={t("fileRemove", { name: file.name })}
                    onClick={() => onChange(files.filter((each) => each !== file))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {!fixed && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button
              id={id}
              icon={<FileUp />}
              aria-invalid={error ? true : undefined}
              aria-describedby={describedBy(id, { hint, error })}
              onClick={() => input.current?.click()}
            >
              {t(
                files.length === 0
                  ? multiple
                    ? "filesChoose"
                    : "fileChoose"
                  : multiple
                    ? "filesMore"
                    : "fileOther",
              )}
            </Button>
            <span className="text-sm text-muted pointer-coarse:hidden">
              {t("fileDrop", { multiple: multiple ? "yes" : "no" })}
            </span>
          </div>
        )}
        <input
          ref={input}
          hidden
          type="file"
          accept={accept.join(",")}
          multiple={multiple}
          onChange={(event) => {
            take(event.target.files ?? []);
            // The same file may be chosen again after it was mended.
            event.target.value = "";
          }}
        />
      </fieldset>
    </Field>
  );
}

function same(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
