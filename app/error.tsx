"use client";

import { FailedPage, type FailedPageProps } from "./_ui/failed-page";

export default function Failed(props: FailedPageProps) {
  return <FailedPage {...props} />;
}
