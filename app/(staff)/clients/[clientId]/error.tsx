"use client";

import { FailedPage, type FailedPageProps } from "@/app/_ui/failed-page";

export default function Failed(props: FailedPageProps) {
  return <FailedPage {...props} />;
}
