import type { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";

export type NamedReach = Outputs["account"]["page"]["roles"][number]["reach"];

/** Where a role counts, in a few words. */
export function reachWords(reach: NamedReach, t: ReturnType<typeof useTranslations<"rights">>): string {
  switch (reach.kind) {
    case "everywhere":
      return t("reachEverywhere");
    case "location":
      return t("reachLocation", { name: reach.name });
    case "shared":
      return t("reachShared");
    case "open":
      return t("reachOpen");
  }
}
