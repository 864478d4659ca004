import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";

export type CarenLocation = Outputs["caren"]["locations"]["tree"][number];

/** The location tree, each place within reach with the way to its page and how many clients are linked. */
export function CarenTree({ locations }: { locations: CarenLocation[] }) {
  return (
    <ul className="grid py-1">
      {locations.map((location) => (
        <li key={location.code}>
          <CarenPlace location={location} />
          {location.children.length > 0 && (
            <div className="pl-5">
              <CarenTree locations={location.children} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function CarenPlace({ location }: { location: CarenLocation }) {
  const t = useTranslations("onsClient");
  const { code, name, clients, linked } = location;
  if (clients === null) return <span className="flex min-h-row items-center px-pad text-muted">{name}</span>;
  return (
    <span className="flex min-h-row flex-wrap items-center gap-x-3 px-pad">
      <PageLink href={`/ons-client/locations/${code}`}>{name}</PageLink>
      <span className="ml-auto flex items-center gap-2 text-sm whitespace-nowrap">
        {linked === null ? (
          t("treeClients", { clients })
        ) : (
          <>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              className="h-1.5 w-16 rounded-full bg-neutral-bg"
            >
              <rect
                width={clients === 0 ? 0 : (100 * linked) / clients}
                height="6"
                className="fill-success"
              />
            </svg>
            <span aria-hidden="true">{t("treeLinked", { linked, clients })}</span>
            <span className="sr-only">{t("treeLinkedLong", { linked, clients })}</span>
          </>
        )}
      </span>
    </span>
  );
}
