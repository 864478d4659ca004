import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { NewestOlder } from "@/app/_ui/pager";
import { PageMain } from "../../_shell/page-main";
import { SendMessage } from "./compose/send-message";
import { MessageDetails } from "./message-details";
import { MessageTable } from "./message-table";

type MessagesPageProps = {
  searchParams: Promise<{ after?: string | string[]; message?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("list") };
}

const one = (given: string | string[] | undefined) => (typeof given === "string" ? given : undefined);

/** Locatieberichten: what was sent within reach, and beside it the one that is opened. */
export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const asked = await searchParams;
  const [after, messageId] = [one(asked.after), one(asked.message)];
  const t = await getTranslations("messages");
  const { locationMessages } = await api();
  const { lines, next, maySendToAll } = await load(locationMessages.list({ after }));
  const opened = messageId === undefined ? undefined : await load(locationMessages.view({ messageId }));
  const first = opened && (await load(locationMessages.recipients({ messageId: opened.id })));
  const older = next && `/ons-client/messages?after=${next}`;
  return (
    <PageMain aside={opened && first && <MessageDetails key={opened.id} opened={opened} first={first} />}>
      <PageHead
        title={t("list")}
        note={t("listNote")}
        aside={maySendToAll && <SendMessage location={null} name="" />}
      />
      <Card flush>
        {lines.length === 0 ? (
          <EmptyState title={t("listEmpty")}>
            <p>{t("listEmptyText")}</p>
          </EmptyState>
        ) : (
          <MessageTable lines={lines} opened={opened?.id} after={after} />
        )}
        <NewestOlder
          label={t("pages")}
          newestHref={after === undefined ? undefined : "/ons-client/messages"}
          olderHref={older}
        />
      </Card>
    </PageMain>
  );
}
