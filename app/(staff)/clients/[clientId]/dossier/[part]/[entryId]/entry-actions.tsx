"use client";

import { Archive, ArchiveRestore, CircleStop, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Owner } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import type { PartList } from "../entry-list";
import { ArchiveDialog } from "./archive-dialog";
import { EndDialog } from "./end-dialog";
import { RestoreDialog } from "./restore-dialog";

/** Which entry, and which version of it is on the screen. */
export type Target = { clientId: string; part: string; entryId: string; version: number };

export type ActProps = {
  target: Target;
  singular: string;
  /** What it is called in a question: “Zorgplan “Zorgleefplan 2026”” */
  name: string;
  owner: Owner;
  onClose: () => void;
};

type EntryActionsProps = {
  target: Target;
  singular: string;
  name: string;
  can: PartList["entries"][number]["can"];
  /** Begun and not handed in yet */
  unfinished: boolean;
  owner: Owner;
};

/** What may be done with an entry now; each asks first and says what will happen. */
export function EntryActions({ target, singular, name, can, unfinished, owner }: EntryActionsProps) {
  const t = useTranslations("writing");
  const [open, setOpen] = useState<"end" | "archive" | "restore">();
  const act = { target, singular, name, owner, onClose: () => setOpen(undefined) };
  if (!Object.values(can).some(Boolean)) return null;
  const { clientId, part, entryId } = target;
  return (
    <div className="no-print flex flex-wrap gap-2">
      {can.correct && (
        <LinkButton
          look="primary"
          icon={<Pencil />}
          href={`/clients/${clientId}/dossier/${part}/${entryId}/edit`}
        >
          {t(unfinished ? "goOn" : "correct")}
        </LinkButton>
      )}
      {can.end && (
        <Button icon={<CircleStop />} onClick={() => setOpen("end")}>
          {t("end")}
        </Button>
      )}
      {can.archive && (
        <Button look="danger-quiet" icon={<Archive />} onClick={() => setOpen("archive")}>
          {t("archive")}
        </Button>
      )}
      {can.restore && (
        <Button icon={<ArchiveRestore />} onClick={() => setOpen("restore")}>
          {t("restore")}
        </Button>
      )}
      {open === "end" && <EndDialog {...act} />}
      {open === "archive" && <ArchiveDialog {...act} />}
      {open === "restore" && <RestoreDialog {...act} />}
    </div>
  );
}
