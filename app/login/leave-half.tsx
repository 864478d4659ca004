"use client";

import { signOut } from "next-auth/react";
import { TextButton } from "@/app/_ui/text-button";

/** Ends the session that waits for its second factor, and goes back to the beginning. */
export function LeaveHalf({ text }: { text: string }) {
  const leave = async () => {
    await signOut({ redirect: false });
    window.location.assign("/login");
  };
  return <TextButton onClick={() => void leave()}>{text}</TextButton>;
}
