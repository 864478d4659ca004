import { describe, expect, it } from "vitest";
import { dayAt, formatDay, nearDay, timeAt } from "@/app/_ui/dates";

describe("dates as they are written", () => {
  it("writes a day short for tables, long for sentences, with its weekday for headings", () => {
    expect(formatDay("2026-11-03")).toBe("03-11-2026");
    expect(formatDay("2026-11-03", "long")).toBe("3 november 2026");
    expect(formatDay("2026-11-23", "weekday")).toBe("maandag 23 november");
  });

  it("keeps the precision of a partial date", () => {
    expect(formatDay("1962-03")).toBe("03-1962");
    expect(formatDay("1962", "long")).toBe("1962");
  });

  it("shows the Amsterdam clock in summer and in winter", () => {
    expect(timeAt(Date.parse("2026-07-01T04:40:00Z"))).toBe("06.40");
    expect(timeAt(Date.parse("2026-11-23T05:40:00Z"))).toBe("06.40");
    expect(timeAt(Date.parse("2026-11-22T23:05:00Z"))).toBe("00.05");
  });

  it("takes the calendar day from Amsterdam, not from UTC", () => {
    expect(dayAt(Date.parse("2026-11-22T23:30:00Z"))).toBe("2026-11-23");
  });

  it("knows today, yesterday and tomorrow, also over a change of the clock and of the year", () => {
    const now = Date.parse("2026-10-25T12:00:00Z");
    expect(nearDay("2026-10-25", now)).toBe("today");
    expect(nearDay("2026-10-24", now)).toBe("yesterday");
    expect(nearDay("2026-10-23", now)).toBeUndefined();
    expect(nearDay("2026-10-26", now)).toBe("tomorrow");
    expect(nearDay("2026-10-27", now)).toBeUndefined();
    expect(nearDay("2025-12-31", Date.parse("2026-01-01T12:00:00Z"))).toBe("yesterday");
  });
});
