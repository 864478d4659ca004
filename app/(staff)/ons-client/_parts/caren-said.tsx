import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";

type Said = Outputs["caren"]["dashboard"]["caren"];

/** Why everyone is Onbekend; nothing when Caren answered. */
export function CarenSilentNotice({ caren }: { caren: Said }) {
  const t = useTranslations("onsClient");
  if (caren.state === "reachable") return null;
  const silent = caren.state === "silent";
  return (
    <Notice tone="warning" title={t(silent ? "silentTitle" : "notUsedTitle")}>
      <p>{t(silent ? "silent" : "notUsed")}</p>
    </Notice>
  );
}

/** When Caren was asked; what is on the page is of that moment. */
export function CarenAsked({ caren }: { caren: Said }) {
  const t = useTranslations("onsClient");
  if (caren.state !== "reachable") return null;
  return <span>{t.rich("asked", { moment: () => <Moment value={caren.askedAt} format="time" /> })}</span>;
}
