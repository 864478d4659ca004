import type { Client, InStatement } from "@libsql/client";

/** A SELECT never writes; what begins with WITH may end in something that does. */
const READS = /^\s*(?:select\b|with\b(?!.*\b(?:insert|update|delete|replace\s+into)\b))/is;

/**
 * Where reads go. SQLite drops all pages a connection knows once another connection has written, and every act writes an
 * audit row: a connection that only reads deciphers everything anew for each act. So reads use the writer's, whose pages
 * stay, as long as no write is under way; beside a write they use one of their own, and see what was committed. Whatever
 * does not look like a read goes there too, and is refused: that connection cannot write.
 */
export function readsFor(connections: {
  /** Of one connection */
  writer: Client;
  /** Refuses to write */
  reader: Client;
  isWriting(): boolean;
  isBusy(error: unknown): boolean;
}) {
  const { writer, reader } = connections;
  let last: Promise<unknown> = Promise.resolve();
  let spoiled = false;

  const execute = (statement: InStatement) => {
    const text = typeof statement === "string" ? statement : statement.sql;
    if (spoiled || connections.isWriting() || !READS.test(text)) return reader.execute(statement);
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
