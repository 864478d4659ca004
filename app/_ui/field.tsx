import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, in one or two sentences. */
  error?: string;
  /** Marked "(niet verplicht)"; required fields are not marked. */
  optional?: boolean;
  /** Label kept for screen readers only, where the page already says it. */
  labelHidden?: boolean;
};

/** Classes of a text control; thicker and red when wrong. */
export function controlClass(wrong: boolean): string {
  return cx(
    "w-full min-h-control rounded-md bg-surface px-2.5 py-1.25 text-ink",
    wrong ? "border-2 border-danger" : "border border-line-strong",
  );
}

/** Ids of hint and error for `aria-describedby` of the control with this id. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldProps, "hint" | "error">,
): string | undefined {
  return cx(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined;
}

/** Error sentence under a control. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 font-bold text-danger-text">
      <CircleAlert className="mt-0.5 size-[1.125em] flex-none" />
      {children}
    </p>
  );
}

/** Label, hint, control, error, in that order. `children` is the control, whose id is `id`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  labelHidden,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div className={cx("grid min-w-0 content-start gap-1", error && "border-l-4 border-danger pl-3")}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "font-bold"}>
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
