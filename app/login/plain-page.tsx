import type { ReactNode } from "react";
import { ApiProvider } from "@/app/_trpc/client";
import { api, load } from "@/app/_trpc/server";
import { PageLink } from "@/app/_ui/page-link";
import { LoginPicture } from "./login-picture";

type PlainPageProps = {
  /** Absent where what is in it has its own heading and way back */
  title?: string;
  intro?: string;
  /** The way back to signing in: the text of a link, or what does more than that. */
  back?: ReactNode;
  children: ReactNode;
};

/** A page for who is not signed in, in the frame of the sign-in page: one form, and the way back. */
export async function PlainPage({ title, intro, back, children }: PlainPageProps) {
  const { organisation } = await load((await api()).account.signInPage());
  return (
    <div className="grid min-h-dvh tablet:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] max-tablet:content-start">
      <LoginPicture organisation={organisation} />
      <main
        id="main"
        className="grid grid-cols-[minmax(0,26rem)] content-center justify-center gap-4 p-8 max-tablet:p-4"
      >
        {title && (
          <div>
            <h1>{title}</h1>
            <p className="text-muted">{intro}</p>
          </div>
        )}
        <ApiProvider>{children}</ApiProvider>
        {back && (
          <p className="text-sm">
            {typeof back === "string" ? <PageLink href="/login">{back}</PageLink> : back}
          </p>
        )}
      </main>
    </div>
  );
}
