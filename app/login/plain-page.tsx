import type { ReactNode } from "react";
import { ApiProvider } from "@/app/_trpc/client";
import { PageLink } from "@/app/_ui/page-link";

type PlainPageProps = {
  title: string;
  intro: string;
  /** The way back to signing in: the text of a link, or what does more than that. */
  back: ReactNode;
  children: ReactNode;
};

/** A page for who is not signed in: one form, and the way back. */
export function PlainPage({ title, intro, back, children }: PlainPageProps) {
  return (
    <main id="main" className="mx-auto grid max-w-110 content-start gap-4 px-5 py-12">
      <div>
        <h1>{title}</h1>
        <p className="text-muted">{intro}</p>
      </div>
      <ApiProvider>{children}</ApiProvider>
      <p className="text-sm">{typeof back === "string" ? <PageLink href="/login">{back}</PageLink> : back}</p>
    </main>
  );
}
