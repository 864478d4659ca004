import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { initialsOf } from "../(staff)/_shell/initials-of";
import { SignIn } from "./sign-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default async function LoginPage() {
  const t = await getTranslations("login");
  const { signedIn, organisation, refused, demo } = await load((await api()).account.signInPage());
  if (signedIn) redirect("/");
  const people = demo?.people.map(({ email, name, title, everywhere, place }) => ({
    email,
    initials: initialsOf(name),
    about: t("demoAbout", { title, place: place ?? t(everywhere ? "everywhere" : "nowhere") }),
  }));
  return (
    <SignIn
      organisation={organisation}
      refused={refused}
      demo={demo && people ? { people, password: demo.password } : undefined}
    />
  );
}
