import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
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
 * a missing task is told by its sentence on the error page of that part.
 */
export async function load<T>(ask: Promise<T>): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect("/login");
    if (error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

/** As `load`, but a refusal comes back as its sentence, for pages that say it in place. */
export async function loadOrRefusal<T>(ask: Promise<T>): Promise<{ data: T } | { refusal: string }> {
  try {
    return { data: await load(ask) };
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return { refusal: error.message };
    throw error;
  }
}
