import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { makeContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { getWorld } from "@/server/core/world";

/**
 * The router, called in process by server components, as the person who asked for the page. One caller a request;
 * what a page and its layout ask for alike is asked once (and logged once) when wrapped in `cache`.
 */
export const api = cache(async () => createCaller(await makeContext(getWorld(), await headers())));

/**
 * Loads what a page needs. A stranger goes to sign in; what is out of reach or does not exist is the 404 page;
 * a missing task is the 403 page, which says so by its sentence.
 */
export function load<T>(ask: Promise<T>): Promise<T> {
  return loadOr("/login", ask);
}

/** As `load`, for pages of the portal: a stranger goes to sign in there. */
export function loadInPortal<T>(ask: Promise<T>): Promise<T> {
  return loadOr("/caren/login", ask);
}

async function loadOr<T>(login: "/login" | "/caren/login", ask: Promise<T>): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect(login);
    if (error.code === "NOT_FOUND") notFound();
    if (error.code === "FORBIDDEN") forbidden();
    throw error;
  }
}

/** As `load`, but a missing task comes back as its sentence, for pages that say it in place. */
export async function loadOrRefusal<T>(ask: Promise<T>): Promise<{ data: T } | { refusal: string }> {
  const asked = ask.then(
    (data) => ({ data }),
    (error: unknown) => {
      if (error instanceof TRPCError && error.code === "FORBIDDEN") return { refusal: error.message };
      throw error;
    },
  );
  return load(asked);
}
