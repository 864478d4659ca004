"use client";

import { Send } from "lucide-react";
import { toCardinal } from "n2words/nl-NL";
import { useTranslations } from "next-intl";
import { MessageFrame } from "@/app/_messages/message-frame";
import { MessageText } from "@/app/_messages/message-text";
import { Button } from "@/app/_ui/button";
import { dayAt, timeAt } from "@/app/_ui/dates";
import { Dialog } from "@/app/_ui/dialog";
import { MomentField } from "@/app/_ui/moment-field";
import { Notice } from "@/app/_ui/notice";
import { RadioGroup } from "@/app/_ui/radio-group";
import { TextArea } from "@/app/_ui/text-area";
import { Day } from "@/app/_ui/time";
import { countSigns, MESSAGE_LENGTH } from "@/server/caren/messages/text";
import { Audience } from "./audience";
import { type Composing, useCompose } from "./use-compose";

type ComposeDialogProps = {
  /** Code of the location, or null: all in reach */
  location: string | null;
  /** How the location is called */
  name: string;
  onClose: () => void;
};

/** Of a long text so much is shown as families will see it. */
const SHOWN = 600;

/** Writing a message to everyone around the clients of a location; saving it sends it. */
export function ComposeDialog({ location, name, onClose }: ComposeDialogProps) {
  const t = useTranslations("messages");
  const form = useCompose(location, onClose);
  const { preview, text, later, busy } = form;
  const why = preview.data?.refused ?? (preview.data?.accounts === 0 ? t("nobody") : undefined);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={location === null ? t("titleAll") : t("title", { name })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <div className="grid justify-items-end gap-1.5">
            {preview.data && !why && (
              <p className="max-w-88 text-sm" id="numbers">
                {t(later ? "confirmLater" : "confirm", {
                  accounts: preview.data.accounts,
                  // In words besides: ten times as many is one sign in figures, and another word here.
                  words: toCardinal(preview.data.accounts),
                  clients: preview.data.reached,
                })}
              </p>
            )}
            <Button
              look="primary"
              icon={<Send />}
              aria-describedby="numbers"
              unavailable={why}
              busy={(busy && t("busy")) || (preview.isPending && t("counting"))}
              onClick={form.send}
            >
              {t("save")}
            </Button>
          </div>
        </>
      }
    >
      <p className="text-muted">
        {location === null
          ? t("introAll")
          : t.rich("intro", { name: () => <b className="text-ink">{name}</b> })}
      </p>
      {form.failure && (
        <Notice tone="danger" announce>
          <p>{form.failure}</p>
        </Notice>
      )}
      <BodyField form={form} />
      <When form={form} />
      {text.trim() !== "" && (
        <MessageFrame id="shown" title={t("shown")} aside={location === null ? "" : name}>
          <MessageText>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</MessageText>
        </MessageFrame>
      )}
      {preview.isPending && <p role="status">{t("counting")}</p>}
      {preview.isError && (
        <Notice tone="danger" announce>
          <p>{preview.error.data ? preview.error.message : t("noAnswer")}</p>
        </Notice>
      )}
      {preview.data && <Audience preview={preview.data} />}
    </Dialog>
  );
}

function BodyField({ form }: { form: Composing }) {
  const t = useTranslations("messages");
  const { text, draft, keptAt, fault } = form;
  const error = fault === "empty" ? t("empty") : fault === "long" ? t("long") : undefined;
  const count = countSigns(text);
  const stands =
    draft.kind === "saved"
      ? t("draftSaved", { time: timeAt(draft.at) })
      : draft.kind === "saving"
        ? t("draftSaving")
        : draft.kind === "none"
          ? t("notSent")
          : t("draftFailed");
  return (
    <div className="grid gap-1">
      <TextArea
        id="message-body"
        label={t("body")}
        hint={t("bodyHint")}
        error={error}
        rows={8}
        value={text}
        onChange={(event) => form.write(event.target.value)}
      />
      <p className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
        <span className={count > MESSAGE_LENGTH ? "font-bold text-danger-text" : undefined}>
          {t("counter", { count, most: MESSAGE_LENGTH })}
        </span>
        <span>
          {keptAt === undefined
            ? stands
            : t.rich("draftOf", { day: () => <Day near value={dayAt(keptAt)} /> })}
        </span>
      </p>
    </div>
  );
}

function When({ form }: { form: Composing }) {
  const t = useTranslations("messages");
  return (
    <>
      <RadioGroup
        row
        label={t("when")}
        name="when"
        value={form.later ? "later" : "now"}
        onChange={(event) => form.choose(event.target.value === "later")}
        options={[
          { value: "now", label: t("now") },
          { value: "later", label: t("later") },
        ]}
      />
      {form.later && (
        <MomentField
          id="message-moment"
          label={t("moment")}
          value={form.moment}
          onChange={form.setMoment}
          error={form.fault === "moment" ? t("momentWrong") : undefined}
        />
      )}
    </>
  );
}
