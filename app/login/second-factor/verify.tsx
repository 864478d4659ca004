"use client";

import { CodeForm } from "../code-form";
import { useGiveCode } from "../use-give-code";

/** The code, and then the dashboard, loaded anew. */
export function Verify() {
  return <CodeForm give={useGiveCode()} onGiven={() => window.location.assign("/")} />;
}
