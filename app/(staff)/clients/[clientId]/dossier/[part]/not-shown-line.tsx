import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Notice } from "@/app/_ui/notice";

type NotShownLineProps = { notShown: Outputs["dossier"]["entries"]["notShown"]; slug: string };

/** How much of this list is kept from you, why, and whom to ask: counts only, never contents. */
export function NotShownLine({ notShown, slug }: NotShownLineProps) {
  const t = useTranslations("dossier");
  const { hidden, otherExpertise } = notShown;
  if (hidden + otherExpertise === 0) return null;
  const why = [
    hidden > 0 && t("unseenHidden", { count: hidden }),
    otherExpertise > 0 && t("unseenExpertise", { count: otherExpertise }),
  ].filter(Boolean);
  return (
    <Notice tone="private" slim>
      <p>
        <b>{t(slug === "reports" ? "unseenReports" : "unseenTitle", { count: hidden + otherExpertise })}</b>{" "}
        {why.join(", ")}. {t("unseenAsk")}
      </p>
    </Notice>
  );
}
