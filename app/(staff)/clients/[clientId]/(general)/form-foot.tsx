import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";

type FormFootProps = {
  clientId: string;
  /** The verb of the act */
  act: string;
  /** Says the opposite; "Terug" unless given */
  back?: string;
  busy: boolean;
  danger?: boolean;
};

/** The way back to the client, and the act. */
export function FormFoot({ clientId, act, back, busy, danger }: FormFootProps) {
  const t = useTranslations("records");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <LinkButton href={`/clients/${clientId}`}>{back ?? t("back")}</LinkButton>
      <Button type="submit" look={danger ? "danger" : "primary"} busy={busy && t("saving")}>
        {act}
      </Button>
    </div>
  );
}
