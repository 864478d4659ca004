"use client";

import { signIn, signOut } from "next-auth/react";
import { createContext, type ReactNode, useContext } from "react";
import { PoliteTexts } from "@/app/_i18n/polite-texts";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";

/** One of the two doors into the product: what differs between signing in as staff and in the portal. */
interface Side {
  name: "staff" | "portal";
  home: string;
  login: string;
  /** Opens a session. @returns where to go on, or `undefined` when it is refused @throws Error without an answer */
  signIn: (email: string, password: string) => Promise<string | undefined>;
  /** Makes a half session that has all it needs a full one: a new cookie. @throws Error without an answer */
  becomeFull: () => Promise<void>;
  /** Ends the session, a half one too. */
  leave: () => Promise<void>;
}

const STAFF: Side = {
  name: "staff",
  home: "/",
  login: "/login",
  signIn: async (email, password) => {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok) return "/login/second-factor";
    if (answer?.error === "CredentialsSignin") return undefined;
    throw new Error("no answer");
  },
  becomeFull: async () => {
    const answer = await signIn("full", { redirect: false });
    if (!answer?.ok) throw new Error("no answer");
  },
  leave: async () => {
    await signOut({ redirect: false });
  },
};

async function step(name: "sign-in" | "exchange" | "sign-out", body: object): Promise<string | undefined> {
  const response = await fetch(`/api/portal-session/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-kroniek": "1" },
    body: JSON.stringify(body),
  });
  if (response.status === 403) return undefined;
  if (!response.ok) throw new Error("no answer");
  const { next }: { next: string } = await response.json();
  return next;
}

const PORTAL: Side = {
  name: "portal",
  home: "/caren",
  login: "/caren/login",
  signIn: (email, password) => step("sign-in", { email, password }),
  becomeFull: async () => {
    if (!(await step("exchange", {}))) throw new Error("no answer");
  },
  leave: async () => {
    await step("sign-out", {});
  },
};

const SideContext = createContext<Side>(STAFF);

/** Which of the two this page belongs to. */
export const useSide = () => useContext(SideContext);

/** Everything inside belongs to the portal: its sign-in, its API, and texts that say `u`. */
export function PortalSide({ children }: { children: ReactNode }) {
  return (
    <SideContext value={PORTAL}>
      <PoliteTexts>{children}</PoliteTexts>
    </SideContext>
  );
}

/** The API of one's own account, on this side. */
export function useAccountApi() {
  const { account, portal } = useTRPC();
  return useSide().name === "portal" ? portal : account;
}

/** The same, to call at once. */
export function useAccountClient() {
  const { account, portal } = useTRPCClient();
  return useSide().name === "portal" ? portal : account;
}

/** The API of one's own second factor, on this side. */
export function useSecondFactorApi() {
  const { secondFactor, portalSecondFactor } = useTRPCClient();
  return useSide().name === "portal" ? portalSecondFactor : secondFactor;
}
