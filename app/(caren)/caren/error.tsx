"use client";

import { FailedPage, type FailedPageProps } from "@/app/_ui/failed-page";

export default function PortalFailed(props: FailedPageProps) {
  return <FailedPage {...props} />;
}
