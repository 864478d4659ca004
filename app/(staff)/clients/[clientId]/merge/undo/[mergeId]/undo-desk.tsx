"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import type { Inputs, Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { type Proof, ProvedDialog } from "@/app/(staff)/_merge/proved-dialog";
import { BackCard } from "./back-card";
import { ChangedFields } from "./changed-fields";
import { SinceItems } from "./since-items";

export type UndoView = Outputs["merge"]["previewUndo"];
export type Given = Pick<Inputs["merge"]["undo"], "items" | "fields">;
export type Numbers = { left: number; right: number };

/** To whom everything goes, and the act, which is there once nothing is open. */
export function UndoDesk({ clientId, view }: { clientId: string; view: UndoView }) {
  const t = useTranslations("merge");
  const router = useRouter();
  const client = useTRPCClient();
  const [given, setGiven] = useState<Given>({ items: {}, fields: {} });
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState<string>();
  const requestKey = useRef<string>(undefined);
  const done = useRef(false);
  const { survivor, retired, items, fields } = view;
  const numbers = { survivor: survivor.number, retired: retired.number };
  const sides = { left: survivor.number, right: retired.number };
  const open =
    items.filter(({ key }) => given.items[key] === undefined).length +
    fields.filter(({ subject }) => given.fields[subject] === undefined).length;
  const toRight = items.filter(({ key }) => given.items[key] === "right").length;
  useUnsaved(() => !done.current && Object.keys(given.items).length + Object.keys(given.fields).length > 0);
  const choose = (next: Given) => {
    // Other choices are another request.
    requestKey.current = undefined;
    setGiven(next);
  };
  const undo = (proof: Proof) => {
    requestKey.current ??= crypto.randomUUID();
    const sent = { clientId, mergeId: view.mergeId, ...given, requestKey: requestKey.current };
    return client.merge.undo.mutate({ ...sent, ...proof });
  };
  return (
    <>
      <BackCard view={view} />
      <SinceItems
        items={items}
        asItWas={fields.length === 0}
        numbers={sides}
        given={given.items}
        onGive={(more) => choose({ ...given, items: { ...given.items, ...more } })}
      />
      <ChangedFields
        fields={fields}
        numbers={sides}
        given={given.fields}
        onGive={(more) => choose({ ...given, fields: { ...given.fields, ...more } })}
      />
      {changed && (
        <Notice tone="warning" title={t("changed")} announce>
          <p>{changed}</p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-pad py-3">
        <p className="font-bold" aria-live="polite">
          {open > 0 ? t("undoLeft", { count: open }) : t("undoReady")}
        </p>
        <Button
          look="primary"
          unavailable={open > 0 ? t("notAll") : undefined}
          onClick={() => {
            setChanged(undefined);
            setAsking(true);
          }}
        >
          {t("undoAct")}
        </Button>
      </div>
      {asking && (
        <ProvedDialog
          title={t("undoConfirmTitle", numbers)}
          actLabel={t("undoAct")}
          backLabel={t("undoConfirmBack")}
          busyLabel={t("undoing")}
          act={undo}
          onClose={() => setAsking(false)}
          onDone={(two) => {
            done.current = true;
            showToast(t("undoDone", { survivor: two.survivor, retired: two.retired }));
            router.push(`/clients/${two.retired}`);
            router.refresh();
          }}
          onRefused={({ reason, sentence }) => {
            if (!reason?.startsWith("merge-")) return false;
            setChanged(sentence);
            router.refresh();
            return true;
          }}
        >
          <ul>
            <li>
              {t("undoConfirmWho", { ...numbers, survivorName: survivor.name, retiredName: retired.name })}
            </li>
            <li>{t("undoRowsOf", { count: view.back, number: retired.number })}</li>
            {items.length > 0 && (
              <li>{t("undoConfirmItems", { ...numbers, right: toRight, left: items.length - toRight })}</li>
            )}
            <li>{t("undoConfirmLog")}</li>
          </ul>
        </ProvedDialog>
      )}
    </>
  );
}
