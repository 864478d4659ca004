"use client";

import { useRouter } from "next/navigation";
import { showToast } from "@/app/_ui/toast-queue";

/** After something about a client was stored: back to their page, as it is now, with a word of what was done. */
export function useBackToClient(clientId: string, done: string): () => void {
  const router = useRouter();
  return () => {
    showToast(done);
    router.push(`/clients/${clientId}`);
    router.refresh();
  };
}
