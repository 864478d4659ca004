import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api } from "./_trpc/server";
import { NotFoundPage } from "./_ui/not-found-page";
import PortalLayout from "./(caren)/caren/layout";
import PortalNotFound from "./(caren)/caren/not-found";
import StaffLayout from "./(staff)/layout";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

/** An address that does not exist: with the menus of whoever is signed in around it. */
export default async function NotFound() {
  const { account, portal } = await api();
  if ((await account.signInPage()).signedIn) {
    return (
      <StaffLayout>
        <NotFoundPage />
      </StaffLayout>
    );
  }
  if ((await portal.signInPage()).signedIn) {
    return (
      <PortalLayout>
        <PortalNotFound />
      </PortalLayout>
    );
  }
  return <NotFoundPage />;
}
