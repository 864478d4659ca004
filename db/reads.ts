import type { Client } from "@libsql/client";

/**
 * Where reads go. SQLite drops all pages a connection knows once another connection has written, and every act writes an
 * audit row: a connection that only reads deciphers everything anew for each act. So reads use the writer's, whose pages
 * stay, as long as no write is under way; beside a write they use one of their own, and see what was committed.
 */
export function readsFor(connections: {
  /** Of one connection, which refuses to write outside a transaction of the write road */
  writer: Client;
  reader: Client;
  isWriting(): boolean;
  isBusy(error: unknown): boolean;
}) {
  const { writer, reader } = connections;
  let last: Promise<unknown> = Promise.resolve();
  let spoiled = false;

  const execute = (statement: Parameters<Client["execute"]>[0]) => {
    if (spoiled || connections.isWriting()) return reader.execute(statement);
    const answer = writer.execute(statement);
    // The client serves one after the other, so the last to be asked is the last to be done.
    last = answer.catch((error: unknown) => {
      spoiled ||= connections.isBusy(error);
    });
    return answer;
  };

  return {
    /** What the reading half of the database runs on; only `execute` is asked of it. */
    client: new Proxy(reader, {
      get: (target, key) => (key === "execute" ? execute : Reflect.get(target, key)),
    }),
    /** Waits for reads under way on the writer's connection; true when one met BUSY, after which it must be replaced. */
    async spoiled(): Promise<boolean> {
      await last;
      const was = spoiled;
      spoiled = false;
      return was;
    },
  };
}
