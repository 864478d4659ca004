"use client";

import { useTranslations } from "next-intl";
import type { Owner } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { MomentField } from "@/app/_ui/moment-field";
import { Notice } from "@/app/_ui/notice";
import { TextArea } from "@/app/_ui/text-area";
import { TextButton } from "@/app/_ui/text-button";
import { TextField } from "@/app/_ui/text-field";
import { ItemFields } from "./item-fields";
import type { Measure, Opened } from "./measure";
import { NewestNotice } from "./newest-notice";
import { CONFIRM_ID, ReadingFields } from "./reading-fields";
import { ScorePanel } from "./score-panel";
import { SendingFrame } from "./sending-frame";
import { MOMENT_ID, useMeasurement } from "./use-measurement";
import { WordsFields } from "./words-fields";

type MeasurementFormProps = {
  clientId: string;
  owner: Owner;
  measure: Measure;
  opened?: Opened;
  now: number;
  backHref: string;
  /** Another measure is chosen instead; absent while one is corrected */
  onOther?: () => void;
  onStored: (id: string) => void;
};

/** A measurement, new or corrected: when, the answers with their score, where on the body, and what else. */
export function MeasurementForm(props: MeasurementFormProps) {
  const { clientId, owner, measure, opened, now, backHref, onOther, onStored } = props;
  const [t, w] = [useTranslations("clinimetrics"), useTranslations("writing")];
  const form = useMeasurement({ clientId, measure, opened, now, onStored });
  const { typed, set, sending, answer, newest } = form;
  const fields = { typed: typed.answers, onChange: answer, errorOf: sending.errorOf };
  const sites = measure.kind === "plain" ? measure.measure.sites : undefined;
  return (
    <SendingFrame sending={sending} owner={owner} onSubmit={form.submit}>
      {newest && (
        <NewestNotice
          differences={newest.differences}
          onKeepMine={newest.keepMine}
          onTakeTheirs={newest.takeTheirs}
        />
      )}
      <Card
        title={measure.label}
        aside={onOther && <TextButton onClick={() => form.leave(onOther)}>{t("other")}</TextButton>}
      >
        <div className="grid gap-5">
          {measure.kind === "instrument" && <p className="text-muted">{measure.instrument.purpose}</p>}
          <MomentField
            id={MOMENT_ID}
            label={t("measuredAt")}
            value={typed.moment}
            onChange={(moment) => {
              sending.touch(MOMENT_ID);
              set({ moment });
            }}
            error={sending.errorOf(MOMENT_ID)}
          />
          {measure.kind === "instrument" && <ItemFields instrument={measure.instrument} {...fields} />}
          {measure.kind === "plain" && (
            <ReadingFields
              measure={measure.measure}
              confirmed={typed.confirmed}
              onConfirm={(confirmed) => {
                sending.touch(CONFIRM_ID);
                set({ confirmed });
              }}
              {...fields}
            />
          )}
          {measure.kind === "words" && (
            <>
              <Notice tone="info" slim>
                <p>{t("inWords")}</p>
              </Notice>
              <WordsFields lines={measure.lines} {...fields} />
            </>
          )}
        </div>
      </Card>
      {measure.kind === "instrument" && <ScorePanel instrument={measure.instrument} typed={typed.answers} />}
      <Card>
        <div className="grid gap-4">
          {(sites || typed.bodySite !== "") && (
            <div className="max-w-96">
              <TextField
                optional
                label={t("bodySite")}
                list={sites ? "body-sites" : undefined}
                autoComplete="off"
                maxLength={200}
                value={typed.bodySite}
                onChange={(event) => set({ bodySite: event.target.value })}
              />
              {sites && (
                <datalist id="body-sites">
                  {sites.map((site) => (
                    <option key={site} value={site} />
                  ))}
                </datalist>
              )}
            </div>
          )}
          <TextArea
            optional
            label={t("note")}
            rows={2}
            maxLength={4000}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          {form.base && (
            <TextField
              optional
              label={w("why")}
              hint={w("whyHint")}
              autoComplete="off"
              maxLength={500}
              value={typed.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" busy={sending.busy && w("storing")}>
              {form.base ? w("storeCorrection") : t("store")}
            </Button>
            <LinkButton href={backHref}>{w("back")}</LinkButton>
          </div>
        </div>
      </Card>
    </SendingFrame>
  );
}
