import { useTranslations } from "next-intl";
import { formatDay } from "@/app/_ui/dates";
import { TextButton } from "@/app/_ui/text-button";
import type { AuditFormValues } from "./form-values";

/** Values a ready question fills in, and the field that must be filled by hand before it can be asked. */
export type Preset = { values: Partial<AuditFormValues>; focus?: "client" };

type PresetsProps = {
  /** Today, `YYYY-MM-DD` */
  day: string;
  onChoose: (preset: Preset) => void;
};

function daysBefore(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}

const periods = [
  { key: "today", days: 0 },
  { key: "week", days: 7 },
  { key: "month", days: 30 },
  { key: "year", days: 365 },
] as const;

const questions = [
  { key: "whoOpened", values: { event: "client.opened", action: "" }, focus: "client" },
  { key: "signedIn", values: { event: "sign-in", action: "" } },
  { key: "changes", values: { event: "set:changes", action: "" } },
  { key: "rights", values: { event: "set:rights", action: "" } },
] as const;

/** The periods and questions that come by most, each one press. */
export function Presets({ day, onChoose }: PresetsProps) {
  const t = useTranslations("audits");
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="text-muted">{t("period")}</span>
        {periods.map(({ key, days }) => (
          <TextButton
            key={key}
            onClick={() =>
              onChoose({ values: { from: formatDay(daysBefore(day, days)), until: formatDay(day) } })
            }
          >
            {t(`periods.${key}`)}
          </TextButton>
        ))}
        <TextButton onClick={() => onChoose({ values: { from: "", until: "" } })}>
          {t("periods.all")}
        </TextButton>
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="text-muted">{t("questions")}</span>
        {questions.map(({ key, ...preset }) => (
          <TextButton key={key} onClick={() => onChoose(preset)}>
            {t(`question.${key}`)}
          </TextButton>
        ))}
      </p>
    </div>
  );
}
