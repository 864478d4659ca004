import { SaxesParser } from "saxes";
import { type Piece, type ReadLimits, refused } from "@/server/interchange/read/item";
import { Halt, XmlBuilder } from "@/server/interchange/read/xml-build";

/**
 * Reads FHIR XML (a resource or a Bundle) from UTF-8 chunks. A document type declaration or an entity other than
 * XML's own five is refused (SECURITY: no DTD, no entities); nothing outside the file is ever fetched. After a fault
 * in the XML itself what was complete before is kept and the rest refused.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Piece> {
  const builder = new XmlBuilder(limits);
  const parser = new SaxesParser({ xmlns: true });
  /** Bytes since the last tag: one endless attribute or text must not be gathered. */
  let quiet = 0;
  parser.on("doctype", () => {
    throw new Halt("document-type");
  });
  parser.on("error", (error) => {
    throw /entity/.test(error.message) ? new Halt("document-type") : new Halt("broken-xml");
  });
  parser.on("opentag", (tag) => {
    quiet = 0;
    builder.open(tag, parser.position);
  });
  parser.on("closetag", (tag) => {
    quiet = 0;
    builder.close(tag.local);
  });
  parser.on("text", (text) => builder.text(text));
  parser.on("cdata", (text) => builder.text(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) {
      quiet += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      yield* builder.take();
      if (quiet > limits.resourceBytes) throw new Halt("too-large");
    }
    parser.write(decoder.decode());
    parser.close();
    yield* builder.take();
  } catch (error) {
    yield* builder.take();
    const reason = error instanceof Halt ? error.reason : isDecodeError(error) ? "bad-encoding" : undefined;
    if (reason === undefined) throw error;
    yield refused(reason, { ...builder.at, line: parser.line });
  }
}

function isDecodeError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}
