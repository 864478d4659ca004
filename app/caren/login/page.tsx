import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { initialsOf } from "@/app/(staff)/_shell/initials-of";
import { OpenPage } from "../_parts/open-page";
import { PortalSignIn } from "./portal-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("loginTitle") };
}

/** Where clients, family and those involved sign in. */
export default async function PortalLoginPage() {
  const t = await getTranslations("portal");
  const { signedIn, organisation, refused, demo } = await load((await api()).portal.signInPage());
  if (signedIn) redirect("/caren");
  const people = demo?.people.map(({ email, name, about }) => ({ email, about, initials: initialsOf(name) }));
  return (
    <OpenPage
      title={t("loginTitle")}
      intro={organisation ? t("loginFor", { organisation }) : t("loginForAll")}
      back={null}
    >
      <PortalSignIn
        refused={refused}
        demo={demo && people ? { people, password: demo.password } : undefined}
      />
    </OpenPage>
  );
}
