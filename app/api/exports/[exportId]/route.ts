import { performOnClient } from "@/server/access/perform";
import { makeContext } from "@/server/api/context";
import { assertOwnRequest } from "@/server/api/origin";
import { DomainError, type ErrorKind } from "@/server/core/errors";
import { getWorld } from "@/server/core/world";
import { clientNumberOf, openDownload } from "@/server/export/service";
import { attachment } from "@/server/files/attachment";

const act = { tasks: ["dossier.export"], audit: "export.downloaded", kind: "mutation" } as const;

const STATUS: Partial<Record<ErrorKind, number>> = {
  "not-found": 404,
  unauthenticated: 401,
  unavailable: 503,
};

/**
 * Streams an export to whoever may export this client now. A link alone never downloads: it takes a POST from our
 * own page. No right, another client's export, an expired one: all are 404 and logged.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { exportId } = await params;
  try {
    const world = getWorld();
    assertOwnRequest(request, world.env);
    const { caller } = await makeContext(world, request.headers);
    const number = await clientNumberOf(world.db.read, exportId);
    const { file, name } = await performOnClient(world, caller, act, number, (ctx, client) =>
      openDownload(ctx, client, exportId),
    );
    return attachment(file, { name, mime: "application/zip" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.reason === "task-missing" ? 404 : (STATUS[error.kind] ?? 403);
    return Response.json({ error: { message: error.sentence } }, { status });
  }
}
