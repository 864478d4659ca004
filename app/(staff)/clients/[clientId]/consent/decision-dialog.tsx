"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { formatDay } from "@/app/_ui/dates";
import { DayField } from "@/app/_ui/day-field";
import { Dialog } from "@/app/_ui/dialog";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FileField } from "@/app/_ui/file-field";
import { Notice } from "@/app/_ui/notice";
import { parseDay } from "@/app/_ui/parse-day";
import { TextArea } from "@/app/_ui/text-area";
import { useUnsavedValue } from "@/app/_ui/unsaved";
import { UploadProgress } from "@/app/_ui/upload-progress";
import { KINDS, PAPER_FILE } from "@/server/files/kinds";
import type { Answer, Party, Screen } from "./consent-desk";
import { useDecision } from "./use-decision";

type DecisionDialogProps = {
  clientId: string;
  screen: Screen;
  party: Party;
  answer: Answer;
  onClose: () => void;
};

export const statementKinds = PAPER_FILE.kinds.flatMap((kind) =>
  KINDS[kind].extensions.map((each) => `.${each}`),
);

/** A day as typed, for the server: what cannot be read is sent as it is, and told at its field. */
function sentDay(typed: string): string {
  return parseDay(typed) ?? typed;
}

/** Who decided what and when, with the signed statement: recorded together, after what was there. */
export function DecisionDialog({ clientId, screen, party, answer, onClose }: DecisionDialogProps) {
  const t = useTranslations("consent");
  const form = useId();
  const [decidedOn, setDecidedOn] = useState(formatDay(screen.today));
  const [fromDate, setFromDate] = useState("");
  const [untilDate, setUntilDate] = useState("");
  const [deciders, setDeciders] = useState<string[]>(() => usualDeciders(screen));
  const [note, setNote] = useState("");
  const [file, setFile] = useState<File>();
  const labels = {
    decidedOn: t("decidedOn"),
    fromDate: t("fromDate"),
    untilDate: t("untilDate"),
    deciders: t("deciders"),
    note: t("noteField"),
    file: t("statement"),
  };
  const desk = useDecision(clientId, onClose, labels);
  const leave = useUnsavedValue([decidedOn, fromDate, untilDate, deciders, note, file?.name]);
  const close = () => leave(onClose);
  /** A field that takes what is filled in, and forgets what was wrong there */
  const filling =
    <Value,>(path: string, set: (value: Value) => void) =>
    (value: Value) => {
      desk.mend(path);
      set(value);
    };
  const problems = desk.fields;
  const [newest] = party.history;
  const errorAt = (path: string) => problems.find((each) => each.path === path)?.sentence;
  const people = [
    { value: "client", label: t("theClient", { name: screen.clientName }) },
    ...screen.people.map(({ id, name, capacity }) => ({
      value: id,
      label: t("decider", { name, capacity }),
    })),
  ];
  const send = () =>
    desk.record(
      {
        partyId: party.id,
        last: party.last,
        answer,
        decidedOn: sentDay(decidedOn),
        fromDate: sentDay(fromDate),
        untilDate: sentDay(untilDate),
        deciders,
        note,
      },
      file,
    );
  return (
    <Dialog
      isOpen
      onClose={desk.busy ? () => undefined : close}
      title={t(`dialog.${answer}.title`, { party: party.name })}
      footer={
        <>
          <Button onClick={close}>{t("dialogBack")}</Button>
          <Button type="submit" form={form} look="primary" busy={desk.busy && t("recording")}>
            {t(`dialog.${answer}.act`)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t(`dialog.${answer}.what`, { basis: party.basis, said: party.speaking?.answer ?? "none" })}</p>
        <ErrorSummary problems={problems} />
        {desk.problem && (
          <Notice tone="danger" title={t("notRecorded")} announce>
            <p>{desk.problem}</p>
            {desk.overtaken && newest && (
              <p>
                {t("overtaken", {
                  answer: t(`answers.${newest.answer}`),
                  who: newest.deciders.map(({ name }) => name).join(", "),
                  day: formatDay(newest.decidedOn),
                  by: newest.recordedBy,
                })}
              </p>
            )}
          </Notice>
        )}
        <CheckboxGroup
          id="consent-deciders"
          label={labels.deciders}
          hint={t(`decidersHint.${screen.rule}`)}
          options={people}
          value={deciders}
          onChange={filling("deciders", setDeciders)}
          error={errorAt("deciders")}
        />
        <DayField
          id="consent-decidedOn"
          label={labels.decidedOn}
          value={decidedOn}
          onChange={filling("decidedOn", setDecidedOn)}
          error={errorAt("decidedOn")}
        />
        {answer !== "withdrawn" && (
          <div className="grid gap-3 tablet:grid-cols-2">
            <DayField
              optional
              id="consent-fromDate"
              label={labels.fromDate}
              hint={t("fromHint")}
              value={fromDate}
              onChange={filling("fromDate", setFromDate)}
              error={errorAt("fromDate")}
            />
            <DayField
              optional
              id="consent-untilDate"
              label={labels.untilDate}
              hint={t("untilHint")}
              value={untilDate}
              onChange={filling("untilDate", setUntilDate)}
              error={errorAt("untilDate")}
            />
          </div>
        )}
        <FileField
          optional
          id="consent-file"
          label={t("statementFile")}
          hint={t("statementHint")}
          accept={statementKinds}
          files={file ? [file] : []}
          onChange={([chosen]) => filling("file", setFile)(chosen)}
          error={errorAt("file")}
          fixed={desk.busy}
        />
        {desk.share !== undefined && file && (
          <UploadProgress name={file.name} share={desk.share} onStop={desk.stop} />
        )}
        <TextArea
          optional
          rows={2}
          id="consent-note"
          label={labels.note}
          value={note}
          onChange={(event) => filling("note", setNote)(event.target.value)}
          error={errorAt("note")}
        />
      </form>
    </Dialog>
  );
}

/** Who will most likely have decided: the client, or the one person the rule names. */
function usualDeciders({ rule, deciding }: Screen): string[] {
  const only = deciding.length === 1 ? deciding.map(({ id }) => id) : [];
  if (rule === "client") return ["client"];
  return rule === "both" ? ["client", ...only] : only;
}
