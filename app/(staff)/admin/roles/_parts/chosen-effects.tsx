"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Skeleton } from "@/app/_ui/skeleton";
import { EffectList } from "@/app/(staff)/_rights/effect-list";

type ChosenEffectsProps = { chosen: string[]; stored?: Outputs["roles"]["view"] };

/** What the chosen tasks let someone do, in the server's words; said beside what is not stored yet. */
export function ChosenEffects({ chosen, stored }: ChosenEffectsProps) {
  const t = useTranslations("rights");
  const roles = useTranslations("roles");
  const trpc = useTRPC();
  const same = stored !== undefined && stored.tasks.join() === chosen.join();
  const asked = useQuery(
    trpc.roles.effects.queryOptions(
      { tasks: chosen },
      { enabled: !same, placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const effects = same ? stored.effects : asked.data;
  return (
    <Card title={t("whatItLets")} aside={stored && !same && <span>{roles("unsaved")}</span>}>
      {asked.error && !same ? (
        <LoadFailed message={asked.error.message} onRetry={() => void asked.refetch()} />
      ) : effects ? (
        <EffectList effects={effects} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Card>
  );
}
