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
  Server.prototype.emit = new Proxy(Server.prototype.emit, {
    apply: (emit, server, all: unknown[]) => {
      const [event, request] = all;
      if (event === "request" && request instanceof IncomingMessage) {
        request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
      }
      return Reflect.apply(emit, server, all);
    },
  });
}
