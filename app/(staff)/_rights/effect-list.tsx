import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";

type Effect = Outputs["account"]["page"]["roles"][number]["effects"][number];

/** What someone may do, where; and what they should know of it. The words come from the server. */
export function EffectList({ effects }: { effects: Effect[] }) {
  const t = useTranslations("rights");
  if (effects.length === 0) return <p className="text-sm text-muted">{t("nothing")}</p>;
  return (
    <div className="grid gap-2 text-sm">
      {effects.map(({ where, may, notes }) => (
        <div key={where} className="grid gap-0.5">
          <p className="font-bold">{where}</p>
          <p className="sr-only">{t("may")}</p>
          <ul className="list-disc pl-4.5">
            {may.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {notes.map((note) => (
            <p key={note} className="text-muted">
              {note}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
