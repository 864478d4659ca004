"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { EmailText } from "@/app/_ui/email-text";
import { Initials } from "@/app/_ui/initials";

export type DemoPerson = {
  email: string;
  /** "Verzorgende, Huis Elzenhof" */
  about: string;
  initials: string;
};

type DemoPeopleProps = { people: DemoPerson[]; password: string; onChoose: (person: DemoPerson) => void };

/** While the demo is on: who you can be, and the password they all have. Choosing fills in the form. */
export function DemoPeople({ people, password, onChoose }: DemoPeopleProps) {
  const t = useTranslations("login");
  return (
    <Card title={t("demoTitle")}>
      <p className="pb-1.5 text-sm text-muted">
        {t.rich("demoPassword", {
          password,
          b: (text) => <b className="whitespace-nowrap text-ink">{text}</b>,
        })}
      </p>
      <ul>
        {people.map((person) => (
          <li key={person.email} className="border-t border-line">
            <button
              type="button"
              className="group flex w-full items-center gap-3 py-1.5 text-left"
              onClick={() => onChoose(person)}
            >
              <Initials text={person.initials} />
              <span className="min-w-0 flex-1 leading-tight">
                <b className="block">
                  <EmailText email={person.email} />
                </b>
                <span className="text-sm text-muted">{person.about}</span>
              </span>
              <span className="rounded-md border border-line-strong bg-surface px-2.5 py-1 text-sm font-medium group-hover:bg-surface-hover">
                {t("demoFill")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
