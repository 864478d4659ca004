import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Notice } from "./notice";

type LoadFailedProps = {
  /** The sentence of the refusal, which says what to do; it holds the reference number where there is one. */
  message: string;
  onRetry: () => void;
};

/** A list that could not be loaded: said where it arose, the rest of the page works. */
export function LoadFailed({ message, onRetry }: LoadFailedProps) {
  const t = useTranslations("ui");
  return (
    <div className="p-pad">
      <Notice tone="danger" title={t("loadFailed")} announce>
        <p>{message}</p>
        <p>
          <Button size="small" onClick={onRetry}>
            {t("retry")}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
