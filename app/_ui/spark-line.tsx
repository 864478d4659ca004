import { sparkPath } from "./spark-path";

type SparkLineProps = {
  values: number[];
  /** Reference values, drawn as a band behind the line. */
  band?: { low: number; high: number };
  /** What the line says in one sentence: "Gewicht daalt van 62,5 naar 58,9 kg". */
  summary: string;
};

/** A small line where only the direction matters; the numbers stand beside it. Needs two values or more. */
export function SparkLine({ values, band, summary }: SparkLineProps) {
  const drawn = sparkPath(values, band);
  if (!drawn) return null;
  return (
    <svg role="img" aria-label={summary} viewBox="0 0 120 24" className="h-6 w-30 flex-none overflow-visible">
      {drawn.band && (
        <rect x="0" width="120" y={drawn.band.y} height={drawn.band.height} fill="var(--chart-band)" />
      )}
      <path d={drawn.path} fill="none" stroke="var(--chart-1)" strokeWidth="2" strokeLinejoin="round" />
      <circle cx={drawn.end.x} cy={drawn.end.y} r="3" fill="var(--chart-1)" />
    </svg>
  );
}
