import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { PageHead } from "@/app/_ui/page-head";
import { Moment } from "@/app/_ui/time";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { SettingsForm } from "./settings-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("carenSettings");
  return { title: t("title") };
}

/** How Caren is reached, and its communication options. */
export default async function CarenSettingsPage() {
  const t = await getTranslations("carenSettings");
  const settings = await load((await api()).caren.settings());
  const { caren, changed } = settings;
  return (
    <PageMain
      aside={
        <Card title={t("state")}>
          <p>{t(`states.${caren.state}`)}</p>
          {changed && (
            <p className="pt-2 text-sm text-muted">
              {t.rich("changed", {
                by: changed.by,
                moment: () => <Moment value={changed.at} format="long" />,
              })}
            </p>
          )}
        </Card>
      }
    >
      <PageHead title={t("title")} note={t("note")} />
      <SettingsForm settings={settings} />
    </PageMain>
  );
}
