"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import type { Owner } from "@/app/_session/sign-in-again";
import { capital } from "@/app/_ui/capital";
import { showToast } from "@/app/_ui/toast-queue";
import { MeasurementDesk } from "../_clinimetrics/measurement-desk";
import { QuestionnaireDesk } from "../_clinimetrics/questionnaire-desk";
import { DocumentForm } from "../_documents/document-form";
import { EntryForm, type EntryFormProps } from "../_writing/entry-form";
import type { Form } from "../_writing/form-field";

/** What a part's own form gets: the same as the generic one. */
export type PartFormProps = EntryFormProps;

/** Parts that ask in their own way; all others are drawn from their declaration. One line a part. */
const own: Readonly<Record<string, ComponentType<PartFormProps> | undefined>> = {
  documents: DocumentForm,
  measurements: MeasurementDesk,
  questionnaires: QuestionnaireDesk,
};

/** The form of a part, new or correcting; afterwards the entry itself is shown. */
export function PartForm({ clientId, given, owner }: { clientId: string; given: Form; owner: Owner }) {
  const t = useTranslations("writing");
  const router = useRouter();
  const list = `/clients/${clientId}/dossier/${given.part}`;
  const stored = (id: string) => {
    showToast(t(given.entry ? "corrected" : "stored", { singular: capital(given.singular) }));
    router.push(`${list}/${id}`);
    router.refresh();
  };
  const Chosen = own[given.part] ?? EntryForm;
  return (
    <Chosen
      clientId={clientId}
      given={given}
      owner={owner}
      backHref={given.entry ? `${list}/${given.entry.id}` : list}
      onStored={stored}
    />
  );
}
