import { ChartLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";

/** From the list of measurements to their course over time. */
export function CourseLink({ clientId }: { clientId: string }) {
  const t = useTranslations("clinimetrics");
  return (
    <span className="no-print">
      <LinkButton icon={<ChartLine />} href={`/clients/${clientId}/dossier/measurements/course`}>
        {t("courseLink")}
      </LinkButton>
    </span>
  );
}
