import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "./_ui/not-found-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

export default function NotFound() {
  return <NotFoundPage />;
}
