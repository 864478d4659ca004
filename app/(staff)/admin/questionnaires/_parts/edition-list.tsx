import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { Moment } from "@/app/_ui/time";
import type { Opened } from "./definition";

/** Every edition that was published, as it was: answers keep the one they were given to. */
export function EditionList({ editions }: { editions: Opened["editions"] }) {
  const t = useTranslations("questionnaires");
  if (editions.length === 0) return null;
  return (
    <Card title={t("editions")}>
      <ul className="grid gap-2">
        {editions.map(({ edition, definition, publishedAt, publishedBy }) => (
          <li key={edition}>
            <details>
              <summary className="cursor-pointer">
                <b>{t("edition", { edition: String(edition) })}</b>{" "}
                <span className="text-muted">
                  {t.rich("publishedBy", {
                    name: publishedBy,
                    moment: () => <Moment value={publishedAt} format="sentence" />,
                  })}
                </span>
              </summary>
              <ol className="grid list-decimal gap-1 py-2 pl-8">
                {definition.questions.map(({ code, text, kind, required, options }) => (
                  <li key={code}>
                    {text}{" "}
                    <span className="text-sm text-muted">
                      {t(`kinds.${kind}`)}
                      {required && `, ${t("requiredShort")}`}
                      {options.length > 0 && `: ${options.map(({ label }) => label).join(" / ")}`}
                    </span>
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
