"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { type SessionCalls, type TimeLeft, type Watched, watchSession } from "./watch-session";

type SessionWatchProps = {
  /** Must stay the same object as long as the session is. */
  calls: SessionCalls;
  /** What was left when the page was made. */
  first: TimeLeft;
  /** Signs in over the page once the session ended; nothing that was typed goes away. */
  signIn: (dialog: { isOpen: boolean; onSignedIn: () => void; onClose: () => void }) => ReactNode;
};

/** Warns two minutes before a session ends, lets one go on, and once it ended signs in over the page. */
export function SessionWatch({ calls, first, signIn }: SessionWatchProps) {
  const [watched, setWatched] = useState<Watched>({ now: "quiet" });
  const [closed, setClosed] = useState<Watched["now"]>();
  const watch = useRef<ReturnType<typeof watchSession>>(undefined);
  const began = useRef(first);
  useEffect(() => {
    const tell = (next: Watched) => {
      setWatched(next);
      if (next.now === "quiet") setClosed(undefined);
    };
    watch.current = watchSession(calls, began.current, tell);
    return () => watch.current?.stop();
  }, [calls]);
  return (
    <>
      {watched.now === "warning" && closed !== "warning" && (
        <Warning
          left={watched.left}
          onStay={() => watch.current?.goOn() ?? Promise.resolve()}
          onClose={() => setClosed("warning")}
        />
      )}
      {signIn({
        isOpen: watched.now === "ended" && closed !== "ended",
        onSignedIn: () => watch.current?.look(),
        onClose: () => setClosed("ended"),
      })}
    </>
  );
}

type WarningProps = { left: TimeLeft; onStay: () => Promise<void>; onClose: () => void };

function Warning({ left, onStay, onClose }: WarningProps) {
  const t = useTranslations("session");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const stay = () => {
    setBusy(true);
    setFailed(false);
    onStay().then(
      () => setBusy(false),
      () => {
        setBusy(false);
        setFailed(true);
      },
    );
  };
  const minutes = Math.round(left.leftMs / 60_000);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(left.canStay ? "warnTitle" : "lastTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          {left.canStay && (
            <Button look="primary" busy={busy && t("staying")} onClick={stay}>
              {t("stay")}
            </Button>
          )}
        </>
      }
    >
      <p role="status">{t(left.canStay ? "warn" : "last", { minutes })}</p>
      <p>{t(left.canStay ? "warnKept" : "lastDo")}</p>
      {failed && (
        <Notice tone="danger" announce>
          <p>{t("noAnswer")}</p>
        </Notice>
      )}
    </Dialog>
  );
}
