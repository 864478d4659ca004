import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { listInput, loadListChoices } from "./list-params";
import { MailsCard } from "./mails-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail");
  return { title: t("title") };
}

export default async function MailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choices = await loadListChoices(searchParams);
  const list = await load((await api()).mail.list(listInput(choices)));
  const t = await getTranslations("mail");
  const { destination } = list;
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      {destination.kind === "server" ? (
        <Notice slim tone="info">
          <p>{t("toServer", { host: destination.host, port: String(destination.port) })}</p>
        </Notice>
      ) : (
        <Notice slim tone="warning">
          <p>{t("toFolder")}</p>
        </Notice>
      )}
      <MailsCard list={list} choices={choices} />
    </PageMain>
  );
}
