import { describe, expect, it } from "vitest";
import { meaningsOf, personOf, readDate } from "@/scripts/match/columns";

describe("somebody else's list", () => {
  it.each([
    ["1950-03-01", "1950-03-01"],
    ["19500301", "1950-03-01"],
    ["1-3-1950", "1950-03-01"],
    ["01/03/1950", "1950-03-01"],
    ["1950-03-01T00:00:00", "1950-03-01"],
    ["1950", "1950"],
    ["onbekend", null],
  ])("has a date written as %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it("has columns under English and Dutch names, in any order; others are left alone", () => {
    const meanings = meaningsOf([
      "Geboortedatum",
      "rec_id",
      "given_name",
      "Achternaam",
      "soc_sec_id",
      "Huisnummer",
    ]);
    expect(meanings).toEqual(["birthDate", undefined, "firstNames", "lastName", "bsn", "houseNumber"]);
    expect(personOf(meanings, ["1-3-1950", "7", "Anna", "Vries", "123", "4a"])).toMatchObject({
      birthDate: "1950-03-01",
      firstNames: "Anna",
      lastName: "Vries",
      bsn: "123",
      houseNumber: "4a",
    });
  });

  it("may hold the name in one cell, and the birth date in three", () => {
    const meanings = meaningsOf(["naam", "birth_year", "birth_month", "birth_day"]);
    expect(personOf(meanings, ["Vries, Anna", "1950", "3", "1"])).toMatchObject({
      firstNames: "Anna",
      lastName: "Vries",
      birthDate: "1950-03-01",
    });
    expect(personOf(meanings, ["Anna de Vries", "", "", ""])).toMatchObject({
      lastName: "de Vries",
      birthDate: null,
    });
  });
});
