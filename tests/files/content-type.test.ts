import { expect, test } from "vitest";
import { attachment } from "@/server/files/attachment";
import type { SealedFile } from "@/server/files/seal";

const empty: SealedFile = {
  plainBytes: 0,
  chunks: async function* () {},
  close: async () => undefined,
};

test.each([
  ["application/pdf", "application/pdf"],
  ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"],
  ["text/html\r\nSet-Cookie: a=b", "application/octet-stream"],
  ["application/pdf€", "application/octet-stream"],
  ["application/pdf\n", "application/octet-stream"],
  ["", "application/octet-stream"],
])("a stored file said to be %j is given as %s", (mime, given) => {
  const { headers } = attachment(empty, { name: "brief.pdf", mime });
  expect(headers.get("content-type")).toBe(given);
});
