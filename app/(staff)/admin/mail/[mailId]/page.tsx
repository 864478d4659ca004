import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { MailActs } from "./mail-acts";
import { MailFacts } from "./mail-facts";
import { MailText } from "./mail-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail");
  return { title: t("title") };
}

export default async function OneMailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const { mailId } = await params;
  const mail = await load((await api()).mail.one({ mailId: mailId.slice(0, 64) }));
  const t = await getTranslations("mail");
  const name = t(`kind.${mail.kind}`);
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/mail" }, { label: name }]} />}
        title={name}
        aside={<MailActs mail={mail} />}
      />
      <MailFacts mail={mail} />
      <MailText mail={mail} />
    </PageMain>
  );
}
