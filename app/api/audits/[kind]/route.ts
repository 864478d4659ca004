import { perform } from "@/server/access/perform";
import { writeAuditWorkbook } from "@/server/api/audit-workbook";
import { answerFile } from "@/server/api/download";
import { streamOf, streamOfTexts } from "@/server/api/stream";
import { openAuditDownload } from "@/server/audit/download";
import { DomainError } from "@/server/core/errors";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const tasks = ["audit.view"] as const;
const ACTS = {
  sheet: { tasks, audit: "audit.sheet-downloaded", kind: "query" },
  file: { tasks, audit: "audit.file-downloaded", kind: "query" },
} as const;

const isKind = (kind: string): kind is keyof typeof ACTS => Object.hasOwn(ACTS, kind);

/** What the page sent to choose by; what cannot be read is refused behind the door, where it is logged. */
async function filterOf(request: Request): Promise<unknown> {
  return request.json().catch(() => undefined);
}

/** Streams the log, as Excel or as signed file, to whoever may read it now; how many rows left is logged before. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const { kind } = await params;
  return answerFile(request, async (world, caller) => {
    if (!isKind(kind)) throw new DomainError("not-found");
    const download = await perform(world, caller, ACTS[kind], { kind: "none" }, async (ctx) =>
      openAuditDownload(ctx, await filterOf(request)),
    );
    const name = `logboek-${download.day.replaceAll("-", "")}-${download.rows}-regels`;
    if (kind === "sheet")
      return streamOf(world, { name: `${name}.xlsx`, mime: EXCEL }, (sink) =>
        writeAuditWorkbook(sink, download),
      );
    return streamOfTexts(world, { name: `${name}.ndjson`, mime: "application/x-ndjson" }, download.file());
  });
}
