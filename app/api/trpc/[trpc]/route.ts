import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { makeContext } from "@/server/api/context";
import { assertOwnCall } from "@/server/api/origin";
import { appRouter } from "@/server/api/root";
import { told } from "@/server/api/trpc";
import { DomainError } from "@/server/core/errors";
import { getWorld } from "@/server/core/world";

const LARGEST_BODY = 4 * 1024 * 1024;

/** All procedures, over POST only: nothing personal is ever in an address. */
export async function POST(request: Request): Promise<Response> {
  const world = getWorld();
  try {
    assertOwnCall(request, world.env);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ error: { message: error.sentence } }, { status: 403 });
  }
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LARGEST_BODY)) return new Response(null, { status: 413 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () =>
      makeContext(world, request.headers).catch((error: unknown) => {
        throw told(world, error);
      }),
    allowMethodOverride: true,
    maxBatchSize: 10,
  });
}
