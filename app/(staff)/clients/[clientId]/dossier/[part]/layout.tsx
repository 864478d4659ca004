import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadParts } from "../../_parts/load-client";

type PartLayoutProps = { children: ReactNode; params: Promise<{ clientId: string; part: string }> };

/** Here and not in the page, which may already be on its way: a part that does not exist answers 404. */
export default async function PartLayout({ children, params }: PartLayoutProps) {
  const { clientId, part } = await params;
  const parts = await loadParts(clientId);
  if (!parts.some(({ slug }) => slug === part)) notFound();
  return children;
}
