"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ComposeDialog } from "./compose-dialog";

type SendMessageProps = {
  /** Code of the location, or null: all in reach */
  location: string | null;
  /** How the location is called */
  name: string;
};

/** Verstuur bericht: to everyone around the clients of a location. */
export function SendMessage({ location, name }: SendMessageProps) {
  const t = useTranslations("messages");
  const [writing, setWriting] = useState(false);
  return (
    <>
      <Button look="primary" icon={<Send />} onClick={() => setWriting(true)}>
        {location === null ? t("sendToAll") : t("send")}
      </Button>
      {writing && <ComposeDialog location={location} name={name} onClose={() => setWriting(false)} />}
    </>
  );
}
