import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import { Day, Moment } from "@/app/_ui/time";
import { LeaveAct, OwnerAct, RemoveAct } from "./role-acts";
import type { Person, Sharing } from "./sharing-desk";

type PeopleTableProps = {
  clientId: string;
  people: Person[];
  sharing: Sharing;
  onChange: (person: Person) => void;
};

/** Who has which role, what that lets them do, since when and by whom; and what may be done about it. */
export function PeopleTable({ clientId, people, sharing, onChange }: PeopleTableProps) {
  const t = useTranslations("sharing");
  return (
    <DataTable
      caption={t("people")}
      captionHidden
      items={people}
      itemKey={({ rowId }) => rowId}
      columns={[
        {
          key: "name",
          label: t("name"),
          cell: ({ name, title, mine, accountOff }) => (
            <span className="grid justify-items-start">
              <span className="flex flex-wrap items-center gap-1.5">
                {name}
                {mine && <Tag>{t("you")}</Tag>}
                {accountOff && <Tag>{t("accountOff")}</Tag>}
              </span>
              <span className="font-normal text-muted">{title}</span>
            </span>
          ),
        },
        {
          key: "role",
          label: t("role"),
          cell: ({ role, label }) => (
            <>
              <b className="block">{label}</b>
              <span className="text-muted">{t(`gives.${role}`)}</span>
            </>
          ),
        },
        {
          key: "days",
          label: t("days"),
          cell: ({ fromDate, untilDate, begins }) => (
            <>
              <span className="block whitespace-nowrap">
                {t(begins ? "begins" : "from")} <Day value={fromDate} />
              </span>
              {untilDate && (
                <span className="block whitespace-nowrap">
                  {t("until")} <Day value={untilDate} />
                </span>
              )}
            </>
          ),
        },
        {
          key: "given",
          label: t("givenBy"),
          cell: ({ givenBy, givenAt }) => (
            <>
              <span className="block">{givenBy}</span>
              <span className="text-muted">
                <Moment value={givenAt} />
              </span>
            </>
          ),
        },
        {
          key: "acts",
          label: t("acts"),
          labelHidden: true,
          cell: (person) => (
            <span className="flex flex-wrap gap-1.5">
              {person.mayChange && (
                <Button
                  size="small"
                  aria-label={t("changeOf", { name: person.name })}
                  onClick={() => onChange(person)}
                >
                  {t("change")}
                </Button>
              )}
              {person.mayBecomeOwner && <OwnerAct clientId={clientId} person={person} />}
              {person.mayRemove && <RemoveAct clientId={clientId} person={person} />}
              {person.mine && sharing.mayLeave && <LeaveAct clientId={clientId} person={person} />}
            </span>
          ),
        },
      ]}
    />
  );
}
