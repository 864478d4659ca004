import "server-only";
import { cache } from "react";
import { api, loadInPortal } from "@/app/_trpc/server";

/** The client a page of the portal is about, asked (and logged) once a request. */
export const portalClient = cache(async (clientId: string) =>
  loadInPortal((await api()).portal.client({ clientId })),
);
