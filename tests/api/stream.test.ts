import { afterEach, expect, test } from "vitest";
import { streamOf } from "@/server/api/stream";

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);

afterEach(() => {
  process.off("unhandledRejection", note);
  unhandled.length = 0;
});

test.each<[string, () => Promise<void>]>([
  ["ends well", async () => undefined],
  ["breaks off", () => Promise.reject(new Error("no more"))],
])("a browser that leaves before the making %s leaves no unhandled rejection", async (_, end) => {
  process.on("unhandledRejection", note);
  let left = () => undefined as unknown;
  const gone = new Promise((resolve) => {
    left = () => resolve(undefined);
  });
  const lines: string[] = [];
  const response = streamOf(
    { log: (line) => lines.push(line) },
    { name: "a.txt", mime: "text/plain" },
    async () => {
      await gone;
      await end();
    },
  );
  await response.body?.cancel("left");
  left();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
  expect(lines).toEqual([]);
});

test("a file that cannot be made breaks off at the browser, and is in the server log", async () => {
  const lines: string[] = [];
  const response = streamOf(
    { log: (line) => lines.push(line) },
    { name: "a.txt", mime: "text/plain" },
    async (sink) => {
      await sink.write(Buffer.from("half"));
      throw new TypeError("no more");
    },
  );
  await expect(response.text()).rejects.toThrow();
  expect(lines).toEqual(["unforeseen TypeError"]);
});
