"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "@/server/api/root";

/**
 * The API for what is sent while a page goes away: the browser finishes the request after the page is gone. It lets
 * through 64 kB at most, so this is for the last words only, never the usual way.
 */
export const lastWords = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: "/api/trpc",
      transformer: superjson,
      methodOverride: "POST",
      headers: { "x-kroniek": "1" },
      fetch: (url, options) => fetch(url, { ...options, body: options?.body ?? null, keepalive: true }),
    }),
  ],
});
