"use client";

import { CodeForm } from "../code-form";
import { useSide } from "../side";
import { useGiveCode } from "../use-give-code";

/** The code, and then the first page, loaded anew. */
export function Verify() {
  const { home } = useSide();
  return <CodeForm give={useGiveCode()} onGiven={() => window.location.assign(home)} />;
}
