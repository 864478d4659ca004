import { describe, expect, test } from "vitest";
import type { FhirResource } from "@/server/dossier/fhir";
import { take } from "./parts-b-rows";

describe("documents", () => {
  const bytes = Buffer.from("%PDF-1.4 proef");
  const document = (...attachments: object[]): FhirResource => ({
    resourceType: "DocumentReference",
    status: "current",
    description: "Brief",
    date: "2026-01-02T10:00:00Z",
    content: attachments.map((attachment) => ({ attachment })),
  });

  test("inline data is kept as a file, line breaks in base64 allowed", () => {
    const data = `${bytes.toString("base64").slice(0, 8)}\r\n${bytes.toString("base64").slice(8)}`;
    const { row, kept } = take(document({ contentType: "application/pdf; q=1", data }));
    expect(kept).toMatchObject([{ name: "Brief.pdf", mime: "application/pdf", bytes }]);
    expect(row).toMatchObject({
      fileId: kept[0]?.fileId,
      bytes: bytes.length,
      fileName: "Brief.pdf",
      location: null,
    });
  });

  test.each(["text/html\r\nSet-Cookie: a=b", "application/pdf€"])(
    "what is no content type is not kept: %j",
    (contentType) => {
      const { row, kept } = take(document({ contentType, data: bytes.toString("base64") }));
      expect([row?.mime, kept[0]?.mime]).toEqual(["application/octet-stream", "application/octet-stream"]);
    },
  );

  test("a Binary it points at is kept and absorbed, of several contents the first with bytes", () => {
    const binary = {
      resourceType: "Binary",
      id: "b",
      contentType: "text/plain",
      data: bytes.toString("base64"),
    };
    const found = take(
      document({ url: "https://elders.example/x.pdf" }, { url: "Binary/b", title: "notitie" }),
      binary,
    );
    expect(found.row).toMatchObject({ mime: "text/plain", fileName: "notitie.txt", bytes: bytes.length });
    expect(found.absorbedIds).toEqual(["b"]);
  });

  test.each([["no base64!"], ["AAA"], ["="], [42]])("data %j leaves an entry without a file", (data) => {
    const { row, kept } = take(document({ data, url: "https://elders.example/x" }));
    expect(row).toMatchObject({ title: "Brief", fileId: null, location: "https://elders.example/x" });
    expect(kept).toEqual([]);
  });

  test("an unreadable Binary is not absorbed, so that it stays as it came", () => {
    const found = take(document({ url: "Binary/b" }), { resourceType: "Binary", id: "b", data: "?" });
    expect([found.row?.fileId, found.absorbedIds]).toEqual([null, []]);
  });
});

describe("questionnaires", () => {
  const definition = {
    resourceType: "Questionnaire",
    id: "q",
    url: "https://elders.example/Questionnaire/slaap",
    title: "Slaaplijst",
    version: "2",
    item: [{ linkId: "1", text: "Nacht", item: [{ linkId: "1.1", text: "Slaapt u door?" }] }],
  };

  test("borrow title and wording of the Questionnaire, which is absorbed; groups go in front", () => {
    const found = take(
      {
        resourceType: "QuestionnaireResponse",
        questionnaire: "https://elders.example/Questionnaire/slaap|2",
        status: "completed",
        authored: "2026-05-01T09:00:00Z",
        source: { display: "Wim Verhoeven" },
        item: [
          { linkId: "1", item: [{ linkId: "1.1", answer: [{ valueBoolean: false }] }] },
          {
            linkId: "2",
            text: "Medicijnen",
            answer: [
              {
                valueCoding: { display: "Ja" },
                item: [
                  { linkId: "2.1", text: "Welke?", answer: [{ valueString: "A" }, { valueString: "B" }] },
                ],
              },
            ],
          },
          { linkId: "3" },
          {
            linkId: "4",
            text: "Vanaf",
            answer: [{ valuePeriod: { start: "2026-01-02" } }, { valueDecimal: 1.5 }],
          },
        ],
      },
      definition,
    );
    expect(found.absorbedIds).toEqual(["q"]);
    expect(found.row).toMatchObject({
      title: "Slaaplijst",
      edition: "2",
      status: "completed",
      filledInBy: "Wim Verhoeven",
      submittedAt: Date.UTC(2026, 4, 1, 9),
      questions: [
        { code: "1.1", question: "Nacht – Slaapt u door?", answer: "Nee" },
        { code: "2", question: "Medicijnen", answer: "Ja" },
        { code: "2.1", question: "Medicijnen – Welke?", answer: "A, B" },
        { code: "3", question: "3", answer: null },
        { code: "4", question: "Vanaf", answer: "2026-01-02 – …, 1,5" },
      ],
    });
  });

  test("without a Questionnaire are named by the end of its address, and open while in progress", () => {
    const found = take({
      resourceType: "QuestionnaireResponse",
      questionnaire: "https://elders.example/Questionnaire/ervaren_zorg",
      status: "in-progress",
      authored: "2026-05-01",
    });
    expect(found.row).toMatchObject({
      title: "ervaren zorg",
      status: "open",
      submittedAt: null,
      questions: [],
    });
  });
});
