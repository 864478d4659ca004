"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import type { FormField } from "../../_form/filled";
import { FormFields } from "../../_form/form-fields";
import { FormHead } from "../../_form/form-head";
import type { FieldForm } from "../../_form/use-field-form";

type FormDialogProps = {
  form: FieldForm;
  title: string;
  act: string;
  /** These only */
  fields?: readonly FormField[];
  hints?: Readonly<Record<string, string>>;
  onClose: () => void;
  /** What stands before the fields */
  children?: ReactNode;
  after?: ReactNode;
};

/** A dialog with a form: what was typed stays until it is stored or left on purpose. */
export function FormDialog({ form, title, act, fields, hints, onClose, children, after }: FormDialogProps) {
  const t = useTranslations("sharing");
  const close = () => form.leave(onClose);
  return (
    <Dialog
      isOpen
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={close}>{t("back")}</Button>
          <Button type="submit" form={form.id} look="primary" busy={form.busy && t("busy")}>
            {act}
          </Button>
        </>
      }
    >
      <form id={form.id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-3">
        <FormHead form={form} />
        {children}
        <FormFields form={form} fields={fields} hints={hints} />
        {after}
      </form>
    </Dialog>
  );
}
