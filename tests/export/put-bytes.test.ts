import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putNumber } from "@/server/export/put-bytes";

describe("numbers", () => {
  it("are written as the number they are", () => {
    const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
    fc.assert(
      fc.property(numbers, (value) => {
        const block = new Uint8Array(40);
        const text = Buffer.from(block.subarray(0, putNumber(block, 0, value))).toString();
        expect(text).toBe(String(value));
      }),
      { numRuns: 2_000 },
    );
  });
});
