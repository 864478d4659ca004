import "server-only";
import { cache } from "react";
import { api, load } from "@/app/_trpc/server";

/** Who the client of this address is, asked (and logged) once a request. Out of reach or unknown is the 404 page. */
export const loadClient = cache(async (clientId: string) => load((await api()).clients.header({ clientId })));

/** The parts of the dossier with their counts, asked once a request; a missing task is the 403 page. */
export const loadParts = cache(async (clientId: string) => load((await api()).dossier.counts({ clientId })));
