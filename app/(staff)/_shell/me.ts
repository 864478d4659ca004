import "server-only";
import { cache } from "react";
import { api, load } from "@/app/_trpc/server";

/** Who is signed in, asked once a request; a stranger goes to sign in. */
export const me = cache(async () => load((await api()).account.me()));
