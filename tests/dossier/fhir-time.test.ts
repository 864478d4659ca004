import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, instantOf, momentOf, periodOf } from "@/server/dossier/fhir-time";

describe("FHIR moments keep their precision", () => {
  test.each([
    ["2013", "year", "2013", "2012-12-31T23:00:00.000Z"],
    ["2013-07", "month", "2013-07", "2013-06-30T22:00:00.000Z"],
    ["2013-02-08", "day", "2013-02-08", "2013-02-07T23:00:00.000Z"],
    ["2013-02-08T06:43:00+01:00", "time", "2013-02-08", "2013-02-08T05:43:00.000Z"],
    ["1999-11-15T23:30:10Z", "time", "1999-11-16", "1999-11-15T23:30:10.000Z"],
    ["2020-01-01T00:00:00.123456Z", "time", "2020-01-01", "2020-01-01T00:00:00.123Z"],
    ["2020-07-01T12:00", "time", "2020-07-01", "2020-07-01T10:00:00.000Z"],
  ])("%s", (text, precision, date, at) => {
    expect(instantOf(text)).toEqual({ text, precision, date, at: Date.parse(at) });
  });

  test.each([
    "",
    "13",
    "2013-13",
    "2013-02-30",
    "2013-00",
    "2013-01-00",
    "2013-01-01T25:00:00Z",
    "0000",
    "gisteren",
  ])("refuses %j", (text) => expect(instantOf(text)).toBeUndefined());

  test("a time without zone is Amsterdam time on both sides of daylight saving", () => {
    expect(instantOf("2026-10-25T01:30:00")?.at).toBe(Date.parse("2026-10-24T23:30:00Z"));
    expect(instantOf("2026-10-25T02:30:00")?.at).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(instantOf("2026-10-25T03:30:00")?.at).toBe(Date.parse("2026-10-25T02:30:00Z"));
    expect(instantOf("2026-03-29T01:59:00")?.at).toBe(Date.parse("2026-03-29T00:59:00Z"));
    expect(instantOf("2026-03-29T03:00:00")?.at).toBe(Date.parse("2026-03-29T01:00:00Z"));
  });

  test("the start of any day in Amsterdam is on that day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (day) => {
          const text = day.toISOString().slice(0, 10);
          const at = instantOf(text)?.at ?? Number.NaN;
          expect(dateOf(new Date(at).toISOString())).toBe(text);
          expect(dateOf(new Date(at - 1000).toISOString())).not.toBe(text);
        },
      ),
    );
  });
});

test("reads periods and choice moments", () => {
  expect(periodOf({ start: "2020-01-01", end: "x" })).toEqual({
    start: instantOf("2020-01-01"),
    end: undefined,
  });
  expect(periodOf(null)).toEqual({});
  expect(momentOf({ effectiveDateTime: "2020" }, "effective").start?.date).toBe("2020");
  expect(momentOf({ effectivePeriod: { start: "2020", end: "2021" } }, "effective").end?.date).toBe("2021");
  expect(momentOf({ onsetString: "als kind" }, "onset")).toEqual({});
});
