import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Day, Moment } from "@/app/_ui/time";
import { portalClient } from "../../portal-client";
import { AnswerForm } from "./answer-form";

type ActivityPageProps = { params: Promise<{ clientId: string; activityId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalContent");
  return { title: t("questionnaire") };
}

/** A questionnaire asked of you: to fill in, or that it was handed in or withdrawn. */
export default async function ActivityPage({ params }: ActivityPageProps) {
  const { clientId, activityId } = await params;
  const t = await getTranslations("portalContent");
  await portalClient(clientId);
  const call = (await api()).portalActivities.open({ clientId, activityId });
  const found = await loadInPortal(
    call.catch((error: unknown) => {
      if (error instanceof TRPCError && error.code === "FORBIDDEN") return { refusal: error.message };
      throw error;
    }),
  );
  const back = `/caren/${clientId}`;
  const above = <Breadcrumb crumbs={[{ label: t("home"), href: back }, { label: t("questionnaire") }]} />;
  const toHome = (
    <div>
      <LinkButton href={back}>{t("toHome")}</LinkButton>
    </div>
  );
  if ("refusal" in found) {
    return (
      <>
        <PageHead above={above} title={t("questionnaire")} />
        <Notice tone="info">
          <p>{found.refusal}</p>
        </Notice>
        {toHome}
      </>
    );
  }
  const { title, instruction, dueOn, askedBy, state, late, submittedAt, handedIn } = found;
  if (state === "handed-in") {
    return (
      <>
        <PageHead above={above} title={title} />
        <Notice tone="success" title={t("thanks")} announce>
          <p>
            {t.rich("thanksText", { moment: () => submittedAt !== null && <Moment value={submittedAt} /> })}
          </p>
        </Notice>
        <Card title={t("yourAnswers")}>
          <dl className="grid gap-4">
            {handedIn.map(({ code, question, answer }) => (
              <div key={code}>
                <dt className="text-sm text-muted">{question}</dt>
                <dd className="wrap-anywhere whitespace-pre-line">{answer ?? t("noAnswerGiven")}</dd>
              </div>
            ))}
          </dl>
        </Card>
        {toHome}
      </>
    );
  }
  return (
    <>
      <PageHead
        above={above}
        title={title}
        note={t.rich("askedBy", { name: askedBy, day: () => <Day value={dueOn} /> })}
      />
      {late && (
        <Notice tone="warning" slim>
          {t("lateText")}
        </Notice>
      )}
      {instruction && (
        <Notice tone="neutral" title={t("instruction")}>
          <p className="whitespace-pre-line">{instruction}</p>
        </Notice>
      )}
      <AnswerForm clientId={clientId} asked={found} />
    </>
  );
}
