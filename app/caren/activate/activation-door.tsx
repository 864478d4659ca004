"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { ActivatePortal } from "./activate-portal";
import { CodeForm } from "./code-form";
import { OwnCodeForm } from "./own-code-form";

const hashNow = () => window.location.hash.slice(1);

/** A link followed in this same tab changes the address without loading the page again. */
function onHash(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** The code of a letter is sixteen signs; that of a mail is twice as long. */
const isLetterCode = (text: string) => text.replace(/[\s-]/g, "").length <= 16;

type ActivationDoorProps = {
  /** Whether someone is signed in to the portal in this browser. */
  signedIn: boolean;
  /** The one sentence for a refused sign-in. */
  refused: string;
};

/** The one page behind `#`: a password for the link of a mail, a link for the code of a letter. */
export function ActivationDoor({ signedIn, refused }: ActivationDoorProps) {
  const t = useTranslations("portalCode");
  const words = useTranslations("passwordLink");
  const code = useSyncExternalStore(onHash, hashNow, () => undefined);
  if (code === undefined) return null;
  if (!isLetterCode(code)) return <ActivatePortal />;
  return (
    <>
      <div className="grid gap-1">
        <h1 className="font-reading">{t("title")}</h1>
        <p className="text-read">{t("intro")}</p>
      </div>
      {signedIn ? (
        <OwnCodeForm key={code} code={code} />
      ) : (
        <CodeForm key={code} code={code} refused={refused} />
      )}
      <p>
        <PageLink href={signedIn ? "/caren" : "/caren/login"}>
          {signedIn ? t("toHome") : words("back")}
        </PageLink>
      </p>
    </>
  );
}
