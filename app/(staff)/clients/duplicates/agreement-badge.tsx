import { Equal, EqualApproximately, EqualNot, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Tone } from "@/app/_ui/tone-class";

type Compared = Pick<
  Outputs["duplicates"]["list"]["pairs"][number]["fields"][number],
  "agreement" | "speaks"
>;

const looks: Readonly<Record<Compared["agreement"], readonly [Tone, ReactNode]>> = {
  same: ["success", <Equal key="same" />],
  close: ["info", <EqualApproximately key="close" />],
  partly: ["info", <EqualApproximately key="partly" />],
  different: ["warning", <EqualNot key="different" />],
  unknown: ["neutral", <Minus key="unknown" />],
};

/** How far two clients agree on something, in a word; and whether that counts, where it could be a housemate's too. */
export function AgreementBadge({ compared: { agreement, speaks } }: { compared: Compared }) {
  const t = useTranslations("duplicates");
  const [tone, icon] = looks[agreement];
  const isAlike = agreement === "same" || agreement === "close" || agreement === "partly";
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <StatusBadge tone={tone} icon={icon}>
        {t(`agreements.${agreement}`)}
      </StatusBadge>
      {isAlike && speaks === "nothing" && <span className="text-sm text-muted">{t("countsNot")}</span>}
    </span>
  );
}
