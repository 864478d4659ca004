import { useTranslations } from "next-intl";
import { dayAt } from "@/app/_ui/dates";
import { Day, Moment } from "@/app/_ui/time";
import type { CardRecord } from "./card";

/** When a record holds: `vanaf 1-2-2026 tot 1-5-2026`, or a moment with its end. */
export function Span({ from, until }: Pick<CardRecord, "from" | "until">) {
  const t = useTranslations("records");
  if (typeof from === "number") {
    const sameDay = typeof until === "number" && dayAt(until) === dayAt(from);
    return (
      <>
        <Moment value={from} format="near" />
        {typeof until === "number" && (
          <>
            {" "}
            {t("until")} <Moment value={until} format={sameDay ? "time" : "near"} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      {from && (
        <>
          {t("from")} <Day value={from} />
        </>
      )}{" "}
      {typeof until === "string" && (
        <>
          {t("until")} <Day value={until} />
        </>
      )}
    </>
  );
}
