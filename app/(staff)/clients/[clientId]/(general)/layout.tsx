import type { ReactNode } from "react";
import { GeneralColumns } from "../_parts/general-columns";

type GeneralLayoutProps = { children: ReactNode; params: Promise<{ clientId: string }> };

export default async function GeneralLayout({ children, params }: GeneralLayoutProps) {
  return <GeneralColumns clientId={(await params).clientId}>{children}</GeneralColumns>;
}
