import { IncomingMessage, Server } from "node:http";

const HOME = Symbol.for("kroniek/source-address");

/**
 * Makes `X-Forwarded-For` say the socket's address on every request, whatever the caller wrote there. Next fills
 * it in only when it is absent, so without a proxy anyone could choose the address that throttles and the log see.
 */
export function trustSocketAddress(): void {
  const store = globalThis as typeof globalThis & { [HOME]?: true };
  if (store[HOME]) return;
  store[HOME] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]) {
    const [request] = args as [
      { headers?: Record<string, string>; socket?: { remoteAddress?: string } } | undefined,
    ];
    if (event === "request" && request?.headers) {
      request.headers["x-forwarded-for"] = request.socket?.remoteAddress ?? "unknown";
    }
    return emit.call(this, event, ...args);
  } as typeof emit;
}
