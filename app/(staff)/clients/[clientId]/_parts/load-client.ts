import "server-only";
import { cache } from "react";
import { keepToNumber } from "@/app/_merged/keep-to-number";
import { api, load } from "@/app/_trpc/server";

/**
 * Who the client of this address is, asked (and logged) once a request. Out of reach or unknown is the 404 page; the
 * number of who was merged away leads on to whom they were merged into.
 */
export const loadClient = cache(async (clientId: string) => {
  const header = await load((await api()).clients.header({ clientId }));
  await keepToNumber(clientId, header.number);
  return header;
});

/** The parts of the dossier with their counts, asked once a request; a missing task is the 403 page. */
export const loadParts = cache(async (clientId: string) => load((await api()).dossier.counts({ clientId })));
