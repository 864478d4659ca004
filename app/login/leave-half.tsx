"use client";

import { TextButton } from "@/app/_ui/text-button";
import { useSide } from "./side";

/** Ends the session that waits for its second factor, and goes back to the beginning. */
export function LeaveHalf({ text }: { text: string }) {
  const { leave, login } = useSide();
  const goBack = async () => {
    await leave();
    window.location.assign(login);
  };
  return <TextButton onClick={() => void goBack()}>{text}</TextButton>;
}
