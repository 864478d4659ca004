import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Day } from "@/app/_ui/time";

// A long text scrolls in its own box, which the keyboard must be able to reach.
const reachable = { tabIndex: 0 };

/** Imported resources that fit no part of the dossier, each with what it says, and word for word on request. */
export function ResourceList({ resources }: { resources: Outputs["dossier"]["other"]["resources"] }) {
  const t = useTranslations("other");
  return (
    <ul className="divide-y divide-line">
      {resources.map(({ id, typeLabel, type, resourceId, date, description, json, cut }) => (
        <li key={id} className="px-pad py-2.5 text-sm">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <h2 className="text-base">{typeLabel}</h2>
            {date && (
              <span className="text-muted">
                <Day value={date} />
              </span>
            )}
          </div>
          {description && <p className="max-w-(--measure)">{description}</p>}
          <details className="pt-1">
            <summary className="w-fit text-link underline decoration-1 underline-offset-[.18em]">
              {t("verbatim")}
              <span className="sr-only">
                {" "}
                {typeLabel} {resourceId}
              </span>
            </summary>
            <p className="pt-1 text-muted">{t("source", { type, id: resourceId })}</p>
            <section
              {...reachable}
              aria-label={t("verbatimOf", { type, id: resourceId })}
              className="mt-1 max-h-96 overflow-auto rounded-md border border-line bg-surface-sunken p-2"
            >
              <pre className="text-xs">{json}</pre>
            </section>
            {cut && <p className="pt-1 text-muted">{t("cut")}</p>}
          </details>
        </li>
      ))}
    </ul>
  );
}
