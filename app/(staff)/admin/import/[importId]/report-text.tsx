import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";

type Block = { title: string; lines: string[] };

/** The lines of the report in blocks: a line that is not indented begins one, an empty one ends it. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    if (line === "") continue;
    if (line.startsWith("  ")) blocks.at(-1)?.lines.push(line.trim());
    else blocks.push({ title: line, lines: [] });
  }
  return blocks;
}

/** What became of everything, as the command prints it; its last line is for machines. */
export function ReportText({ lines }: { lines: readonly string[] }) {
  const t = useTranslations("imports");
  const blocks = blocksOf(lines.slice(0, -1));
  return (
    <Card title={t("report")}>
      <div className="grid gap-3">
        {blocks.map(({ title, lines: own }) => (
          <section key={title} aria-label={title}>
            <h3 className="text-sm">{title}</h3>
            <ul className="grid gap-0.5">
              {counted(own).map(({ line, key }) => (
                <li key={key} className="wrap-anywhere">
                  {line}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="text-sm text-muted wrap-anywhere">{lines.at(-1)}</p>
      </div>
    </Card>
  );
}

/** Lines may say the same thing twice: each gets a key of its own. */
function counted(lines: readonly string[]): { line: string; key: string }[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const times = (seen.get(line) ?? 0) + 1;
    seen.set(line, times);
    return { line, key: `${line} ${times}` };
  });
}
