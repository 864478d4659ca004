"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextButton } from "@/app/_ui/text-button";

type BsnFieldProps = {
  /** `******782` */
  masked: string;
  /** Asks the server for the whole number, which logs it. `message` says why not. */
  reveal: () => Promise<{ bsn: string } | { message: string }>;
};

/** The BSN, masked until you ask for it; asking is an event in the log. */
export function BsnField({ masked, reveal }: BsnFieldProps) {
  const t = useTranslations("client");
  const [whole, setWhole] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const show = async () => {
    const answer = await reveal();
    if ("bsn" in answer) setWhole(answer.bsn);
    else setProblem(answer.message);
  };
  return (
    <>
      <span className={whole && "print:hidden"}>{whole ?? masked}</span>
      {whole && <span className="hidden print:inline">{masked}</span>}{" "}
      <TextButton
        aria-label={whole ? t("bsnHide") : t("bsnReveal")}
        onClick={whole ? () => setWhole(undefined) : () => void show()}
      >
        {whole ? t("bsnHideShort") : t("bsnRevealShort")}
      </TextButton>
      <span role="alert" className="text-danger-text">
        {problem}
      </span>
    </>
  );
}
