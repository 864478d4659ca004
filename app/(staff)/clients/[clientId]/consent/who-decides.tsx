import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { formatDay } from "@/app/_ui/dates";
import { Notice } from "@/app/_ui/notice";

type Screen = Outputs["consent"]["screen"];

/** Who decides when that is not the client alone, so that nobody records the word of someone without a say. */
export function WhoDecides({ screen }: { screen: Screen }) {
  const t = useTranslations("consent");
  const { rule, deciding } = screen;
  if (rule === "client") return null;
  const people = deciding.map(({ name, capacity, since }) =>
    t(since === null ? "decider" : "deciderSince", {
      name,
      capacity,
      day: since === null ? "" : formatDay(since),
    }),
  );
  return (
    <Notice tone="info" icon={<Users />} title={t(`rules.${rule}.title`, { name: screen.clientName })}>
      <p>{t(`rules.${rule}.text`)}</p>
      {people.length > 0 ? (
        <ul>
          {people.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>{t("nobodyDecides")}</p>
      )}
    </Notice>
  );
}
