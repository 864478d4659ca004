import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";

/** What went wrong: our own sentence where it is a known reason, and else only the kind of error. */
export function Problem({ error }: { error: Outputs["jobs"]["run"]["error"] }) {
  const t = useTranslations("jobs");
  if (!error) return null;
  return error.sentence ?? <span className="break-words">{t("errorName", { name: error.name })}</span>;
}
