import { expect, test, vi } from "vitest";
import { readFramed } from "@/server/api/framed-body";
import { framed, streamed } from "../files/uploading";

test.each([1, 3, 5, 100_000])(
  "fields and file are told apart in pieces of %d bytes, and nothing is copied anew for each piece",
  async (size) => {
    const fields = { name: "é".repeat(5_000) };
    const concat = vi.spyOn(Buffer, "concat");
    const body = await readFramed(streamed(framed(fields, Buffer.from("the file")), size));
    // `framed` itself puts an upload together once.
    expect(concat).toHaveBeenCalledTimes(1);
    concat.mockRestore();
    expect(body.fields).toEqual(fields);
    const file: Uint8Array[] = [];
    for await (const piece of body.file) file.push(piece);
    expect(Buffer.concat(file).toString()).toBe("the file");
  },
);
