import type { ByteSink, OpenEntry, ZipOptions } from "../export/zip";

/** A workbook that is the file itself, where the export has its workbooks as entries of a larger zip. */
export function alone(sink: ByteSink, options: ZipOptions) {
  const entry: OpenEntry = {
    write: (chunk) => sink.write(typeof chunk === "string" ? Buffer.from(chunk) : chunk),
    end: async () => ({ path: "", bytes: 0, sha256: "" }),
  };
  return { options, openStored: async () => entry };
}
