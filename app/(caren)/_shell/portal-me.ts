import "server-only";
import { cache } from "react";
import { api, loadInPortal } from "@/app/_trpc/server";

/** Who is signed in to the portal, asked once a request; a stranger goes to sign in there. */
export const portalMe = cache(async () => loadInPortal((await api()).portal.me()));
