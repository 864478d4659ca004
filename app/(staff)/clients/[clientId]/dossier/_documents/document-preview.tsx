import Image from "next/image";
import { useTranslations } from "next-intl";

/** A document as it can be shown: text, or an address that exists in this tab only. */
export type Preview =
  | { kind: "text"; text: string }
  | { kind: "pdf"; address: string }
  | { kind: "image"; address: string; width: number; height: number };

/** Longer texts are downloaded: a page of this many characters is long enough. */
const longestText = 100_000;

/** Shows a document in its page. A PDF is drawn by the browser's own viewer, apart from the page. */
export function DocumentPreview({ name, preview }: { name: string; preview: Preview }) {
  const t = useTranslations("documents");
  const label = t("previewOf", { name });
  if (preview.kind === "text") {
    return (
      <section aria-label={label} className="rounded-md border border-line bg-surface-sunken p-3">
        <pre className="max-w-(--measure) text-read whitespace-pre-wrap wrap-anywhere">
          {preview.text.slice(0, longestText)}
        </pre>
        {preview.text.length > longestText && <p className="text-muted">{t("previewCut")}</p>}
      </section>
    );
  }
  if (preview.kind === "image") {
    return (
      <Image
        unoptimized
        width={preview.width}
        height={preview.height}
        src={preview.address}
        alt={label}
        className="h-auto max-h-[75dvh] w-auto max-w-full justify-self-start rounded-md border border-line bg-surface-sunken"
      />
    );
  }
  return (
    <iframe
      src={preview.address}
      title={label}
      className="h-[75dvh] w-full rounded-md border border-line bg-surface-sunken"
    />
  );
}
