// Plain JavaScript: the start asks this before anything is installed.
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Tries to listen, and lets go at once. @returns the sentence for the person who starts Kroniek when that cannot be
 * @param at `port` as text, 0 for a free one; `host` a name or address of this machine
 * @param publicUrl the address people type, when it is set
 */
export async function listenRefusal({ port, host }, publicUrl) {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return `PORT=${port} is geen poort. Geef een getal van 0 tot en met 65535.`;
  }
  const server = createServer();
  try {
    server.listen({ port: Number(port), host });
    await once(server, "listening");
  } catch (error) {
    return sentence(error.code ?? String(error), { port, host }, publicUrl || `http://localhost:${port}`);
  }
  server.close();
  await once(server, "close");
  return undefined;
}

function sentence(code, { port, host }, url) {
  switch (code) {
    case "EADDRINUSE":
      return `Poort ${port} is al in gebruik. Misschien draait Kroniek al: open ${url}, of kies een andere poort met PORT=…`;
    case "EACCES":
      return `Poort ${port} mag alleen een beheerder van deze computer gebruiken. Kies een andere poort met PORT=…`;
    default:
      return `Kroniek kan niet luisteren op ${host}, poort ${port} (${code}). Kies een ander adres met HOST=… of PORT=…`;
  }
}
