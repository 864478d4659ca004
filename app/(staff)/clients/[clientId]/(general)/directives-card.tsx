import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { CardLine, CardLines } from "@/app/_ui/card-lines";
import { EmptyState } from "@/app/_ui/empty-state";
import { Day } from "@/app/_ui/time";
import type { Personalia } from "./person-card";

type Directives = NonNullable<Personalia["directives"]>;

/** Treatment limits and advance directives; only for who may see the dossier. */
export function DirectivesCard({ directives }: { directives: Directives }) {
  const t = useTranslations("personalia");
  return (
    <Card title={t("directives")} flush={directives.length === 0}>
      {directives.length === 0 ? (
        <EmptyState>{t("directivesEmpty")}</EmptyState>
      ) : (
        <CardLines>
          {directives.map((directive) => (
            <CardLine
              key={directive.id}
              title={`${directive.subject}: ${directive.decision}`}
              note={
                <>
                  {t(`directive.${directive.kind}`)}
                  {directive.note && `. ${directive.note}`}
                  {directive.endedOn && (
                    <>
                      . {t("endedOn")} <Day value={directive.endedOn} />
                    </>
                  )}
                </>
              }
              end={directive.decidedOn && <Day value={directive.decidedOn} />}
            />
          ))}
        </CardLines>
      )}
    </Card>
  );
}
