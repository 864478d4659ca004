import { healthOf } from "@/server/core/world";

export const dynamic = "force-dynamic";

/** `200 {"status":"ok"}` once migrations are done, expired exports are swept and the engine runs; else 503. */
export function GET(): Response {
  const health = healthOf();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
}
