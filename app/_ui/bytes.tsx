import { useTranslations } from "next-intl";

/** A number of bytes as people say it: 340 kB, 1,8 MB, 2,1 GB. */
export function Bytes({ bytes }: { bytes: number }) {
  const t = useTranslations("ui");
  if (bytes < 999_500) return t("kilobytes", { size: Math.max(1, Math.round(bytes / 1_000)) });
  if (bytes < 999_500_000) return t("megabytes", { size: Math.round(bytes / 100_000) / 10 });
  return t("gigabytes", { size: Math.round(bytes / 100_000_000) / 10 });
}
