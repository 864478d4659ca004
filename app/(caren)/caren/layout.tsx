import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { OwnSession } from "@/app/_session/own-session";
import { ApiProvider } from "@/app/_trpc/client";
import { api, loadInPortal } from "@/app/_trpc/server";
import { UnsavedGuard } from "@/app/_ui/unsaved-guard";
import { CarenFrame } from "@/app/caren/_parts/caren-frame";
import { PortalSide } from "@/app/login/side";
import { portalMe } from "../_shell/portal-me";
import { PortalMenu } from "../_shell/portal-menu";

/** What is round every page of who is signed in to the portal; who did not agree yet does that first. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { id, name, agreed, organisation, demo } = await portalMe();
  if (!agreed) redirect("/caren/consent");
  const left = await loadInPortal((await api()).portal.timeLeft());
  return (
    <ApiProvider>
      <NuqsAdapter>
        <PortalSide>
          <CarenFrame organisation={organisation} demo={demo} user={<PortalMenu name={name} />}>
            {children}
          </CarenFrame>
          <UnsavedGuard />
          <OwnSession owner={{ id, name }} first={left} />
        </PortalSide>
      </NuqsAdapter>
    </ApiProvider>
  );
}
