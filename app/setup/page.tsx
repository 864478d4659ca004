import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiProvider } from "@/app/_trpc/client";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

/** Where the set-up link leads: the first administrator of an empty installation. */
export default async function SetupPage() {
  const t = await getTranslations("setup");
  return (
    <main id="main" className="mx-auto grid max-w-110 content-start gap-4 px-5 py-12">
      <div>
        <h1>{t("title")}</h1>
        <p className="text-muted">{t("intro")}</p>
      </div>
      <ApiProvider>
        <SetupForm />
      </ApiProvider>
    </main>
  );
}
