import type { Outputs } from "@/app/_trpc/outputs";
import { OverviewBlock } from "./overview-block";

export type Block = Outputs["dossier"]["overview"][number];

/** What stays true longest stands at the left, what changes by the day at the right; the rest follows there. */
const left: readonly string[] = [
  "allergies",
  "legal-status",
  "restraints",
  "dsm",
  "problems",
  "episodes",
  "documents",
  "life-story",
];
const right: readonly string[] = [
  "reports",
  "medication",
  "measurements",
  "care-plans",
  "lab-results",
  "questionnaires",
];

/** The blocks of the overview in two columns; one on a narrow screen. */
export function BlockColumns({ clientId, blocks }: { clientId: string; blocks: Block[] }) {
  const named = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => blocks.find((block) => block.slug === slug) ?? []);
  const others = blocks.filter(({ slug }) => !left.includes(slug) && !right.includes(slug));
  return (
    <div className="grid gap-gap tablet:grid-cols-[minmax(0,12fr)_minmax(0,13fr)]">
      {[named(left), [...named(right), ...others]].map((column) => (
        <div key={column[0]?.slug} className="grid min-w-0 content-start gap-gap">
          {column.map((block) => (
            <OverviewBlock key={block.slug} clientId={clientId} block={block} />
          ))}
        </div>
      ))}
    </div>
  );
}
