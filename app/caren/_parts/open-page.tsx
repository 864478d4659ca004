import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ApiProvider } from "@/app/_trpc/client";
import { api, load } from "@/app/_trpc/server";
import { PageLink } from "@/app/_ui/page-link";
import { PortalSide } from "@/app/login/side";
import { CarenFrame } from "./caren-frame";

type OpenPageProps = {
  /** Absent where what is in it has its own heading and way back */
  title?: string;
  intro?: string;
  /** The way back: to signing in, unless said otherwise; `null` for none. */
  back?: ReactNode;
  children: ReactNode;
};

/** A page of the portal for who is not signed in: one thing to do, and the way back. */
export async function OpenPage({ title, intro, back, children }: OpenPageProps) {
  const t = await getTranslations("passwordLink");
  const { organisation, demo } = await load((await api()).portal.signInPage());
  return (
    <CarenFrame organisation={organisation} demo={demo !== null}>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-130 content-start gap-5 px-pad py-8">
        {title && (
          <div className="grid gap-1">
            <h1 className="font-reading">{title}</h1>
            {intro && <p className="text-read">{intro}</p>}
          </div>
        )}
        <ApiProvider>
          <PortalSide>
            {children}
            {back}
          </PortalSide>
        </ApiProvider>
        {title && back === undefined && (
          <p>
            <PageLink href="/caren/login">{t("back")}</PageLink>
          </p>
        )}
      </main>
    </CarenFrame>
  );
}
