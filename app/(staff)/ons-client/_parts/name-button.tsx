"use client";

import { ChevronDown, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog, DialogTrigger, Popover, Button as PressButton } from "react-aria-components";
import type { Outputs } from "@/app/_trpc/outputs";
import { buttonClass } from "@/app/_ui/button-class";
import { cx } from "@/app/_ui/cx";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageLink } from "@/app/_ui/page-link";
import { Day } from "@/app/_ui/time";
import { badgeClass } from "@/app/_ui/tone-class";
import { statusLooks } from "./caren-status";

type CarenClient = Outputs["caren"]["client"];

/** The name as a button: who this is and how it stands, in a pop-up. */
export function NameButton({ client }: { client: CarenClient }) {
  const t = useTranslations("onsClient");
  const { person, status, address, messagesOn } = client;
  const { tone, icon } = statusLooks[status];
  const name = person.titledName;
  return (
    <DialogTrigger>
      <PressButton className={buttonClass("secondary", "normal")}>
        <UserRound aria-hidden="true" />
        {name}
        <ChevronDown aria-hidden="true" />
      </PressButton>
      <Popover
        placement="bottom end"
        className="z-(--z-popover) w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface-raised p-4 text-ink shadow-2"
      >
        <Dialog aria-label={t("person", { name })} className="grid gap-3 outline-none">
          <p
            className={cx(
              "flex items-center gap-2 rounded-md border px-3 py-1.5 font-bold [&>svg]:size-5",
              badgeClass[tone],
            )}
          >
            {icon}
            {t(`fieldStatuses.${status}`)}
          </p>
          <div className="text-sm">
            <DefinitionList
              items={[
                ...(person.birthDate ? [{ term: t("born"), value: <Day value={person.birthDate} /> }] : []),
                { term: t("bsn"), value: person.maskedBsn ?? t("noBsn") },
                { term: t("address"), value: address ?? t("noBsn") },
                { term: t("email"), value: person.email ?? t("noEmail") },
                {
                  term: t("communication"),
                  value: t(messagesOn ? "communicationOn" : "communicationOff"),
                },
              ]}
            />
          </div>
          <p className="text-sm">
            <PageLink href={`/clients/${person.number}`}>{t("toPersonalia")}</PageLink>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
