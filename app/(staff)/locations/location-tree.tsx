"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from "react-aria-components";
import { codesOf, type Location } from "./filter-tree";

type LocationTreeProps = {
  locations: Location[];
  /** Code of the place whose clients are shown */
  chosen: string | null;
  onChoose: (code: string) => void;
};

/**
 * The location tree, open from the start; arrow keys walk it, letters jump, Enter chooses. Places outside your reach
 * only show the way. Give it another `key` when it holds other places, so that it opens anew.
 */
export function LocationTree({ locations, chosen, onChoose }: LocationTreeProps) {
  const t = useTranslations("locations");
  const [open, setOpen] = useState<Iterable<Key>>(() => codesOf(locations));
  return (
    <Tree
      aria-label={t("tree")}
      items={locations}
      expandedKeys={open}
      onExpandedChange={setOpen}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [code] = keys === "all" ? [] : [...keys];
        if (typeof code === "string") onChoose(code);
      }}
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
      className="group cursor-pointer outline-none hover:bg-surface-hover data-selected:bg-surface-selected data-selected:shadow-[inset_3px_0_0_var(--accent)] data-focus-visible:inset-ring-2 data-focus-visible:inset-ring-focus-ink"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded, isSelected }) => (
          <span
            className="flex min-h-row items-center gap-2 px-pad"
            style={{ paddingInlineStart: `calc(var(--pad) + ${1.5 * (level - 1)}rem)` }}
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
            <span className={clients === null ? "text-muted" : isSelected ? "font-bold" : "font-medium"}>
              {name}
            </span>
            <span className="text-sm text-muted max-tablet:hidden">{code}</span>
            {clients !== null && (
              <span className="ml-auto text-sm whitespace-nowrap">{t("clients", { count: clients })}</span>
            )}
          </span>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <LocationItem location={child} />}</Collection>
    </TreeItem>
  );
}
