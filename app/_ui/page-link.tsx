import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * Every link inside the application. Never fetches ahead: opening a page of a client is an event in the log, and a
 * page you only pointed at was not opened.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}
