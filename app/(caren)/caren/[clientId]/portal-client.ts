import "server-only";
import { cache } from "react";
import { keepToNumber } from "@/app/_merged/keep-to-number";
import { api, loadInPortal } from "@/app/_trpc/server";

/** The client a page of the portal is about, asked (and logged) once a request; an old number leads on to the one there is. */
export const portalClient = cache(async (clientId: string) => {
  const client = await loadInPortal((await api()).portal.client({ clientId }));
  await keepToNumber(clientId, client.number);
  return client;
});
