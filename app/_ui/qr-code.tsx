type QrCodeProps = {
  /** Row by row, true is dark; without a margin. */
  modules: boolean[][];
  /** What it is for, for who cannot see it; what it holds must stand on the page in words too. */
  label: string;
};

/** The margin that scanners need, in modules. */
const MARGIN = 4;

/** The dark runs of each row, as one path. */
function pathOf(modules: boolean[][]): string {
  const rows = modules.map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index: x }) => `M${x + MARGIN} ${y + MARGIN}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join("");
}

/** A QR code: dark on white in every theme, since scanners want that. */
export function QrCode({ modules, label }: QrCodeProps) {
  const size = modules.length + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-md border border-line"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
}
