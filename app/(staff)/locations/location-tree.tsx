"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, Collection, Tree, TreeItem, TreeItemContent } from "react-aria-components";
import type { Outputs } from "@/app/_trpc/outputs";

type Location = Outputs["locations"]["tree"][number];

function codesOf(locations: Location[]): string[] {
  return locations.flatMap(({ code, children }) => [code, ...codesOf(children)]);
}

/** The location tree, open from the start; arrow keys walk it. Places outside your reach only show the way. */
export function LocationTree({ locations }: { locations: Location[] }) {
  const t = useTranslations("locations");
  return (
    <Tree
      aria-label={t("title")}
      items={locations}
      defaultExpandedKeys={codesOf(locations)}
      selectionMode="none"
      className="py-2 outline-none"
    >
      {(location) => <LocationItem location={location} />}
    </Tree>
  );
}

function LocationItem({ location }: { location: Location }) {
  const t = useTranslations("locations");
  const { code, name, clients, children } = location;
  return (
    <TreeItem
      id={code}
      textValue={name}
      className="group outline-none data-focus-visible:bg-surface-hover data-focus-visible:inset-ring-2 data-focus-visible:inset-ring-focus-ink"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <span
            className="flex min-h-row items-center gap-2 px-pad"
            style={{ paddingInlineStart: `calc(var(--pad) + ${1.75 * (level - 1)}rem)` }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                aria-label={t("open", { name })}
                className="grid size-6 flex-none place-items-center rounded-sm hover:bg-surface-hover"
              >
                <ChevronRight className={isExpanded ? "size-4 rotate-90" : "size-4"} />
              </Button>
            ) : (
              <span className="size-6 flex-none" />
            )}
            <span className={clients === null ? "text-muted" : "font-medium"}>{name}</span>
            <span className="text-sm text-muted">{code}</span>
            {clients !== null && <span className="ml-auto text-sm">{t("clients", { count: clients })}</span>}
          </span>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <LocationItem location={child} />}</Collection>
    </TreeItem>
  );
}
