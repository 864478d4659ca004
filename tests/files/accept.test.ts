import { deflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { reasonOf } from "@/server/access/perform";
import { acceptBytes, inspect } from "@/server/files/accept";
import { DOCUMENT_FILE, PAPER_FILE } from "@/server/files/kinds";
import { safeFileName } from "@/server/files/safe-file-name";
import { jpg, latin, objectStream, pdf, pdfWith, png, RAR, SEVEN, zip } from "./papers";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const both = (...parts: Buffer[]) => Buffer.concat(parts);

/** The kind it is taken for, or the reason it is refused. */
async function judged(
  name: string,
  bytes: Buffer,
  accepted: Parameters<typeof acceptBytes>[2] = DOCUMENT_FILE,
) {
  return acceptBytes(name, bytes, accepted).catch((error: unknown) => reasonOf(error) ?? error);
}

test.each<[string, string, Buffer]>([
  ["pdf", "brief.pdf", pdf()],
  ["pdf", "BRIEF.PDF", pdf()],
  ["pdf", "brief met spaties.v2.pdf", both(pdf(), latin("\r\n\0\0"))],
  ["pdf", "tweemaal bewaard.pdf", both(pdf(), pdf("bijlage").subarray(9))],
  ["jpg", "foto.jpg", jpg()],
  ["jpg", "foto.jpeg", both(jpg(), jpg("voorbeeld"), latin("SEFT"))],
  ["png", "scan.png", png()],
  ["png", "scan.png", png(300, "gemaakt met een scanner")],
  ["txt", "notitie.txt", utf8("Afspraak: 14.30 uur\tkamer 12\r\nÉén café, 5 € – 😀")],
  ["txt", "notitie.txt", both(Buffer.from([0xef, 0xbb, 0xbf]), utf8("met een merk vooraan"))],
  ["txt", "vergelijking.txt", utf8("De waarde is < 3 en <html> staat verderop genoemd.")],
])("takes a %s called %s for what it is", async (kind, name, bytes) => {
  expect(await judged(name, bytes)).toBe(kind);
});

test.each<[string, string, string, Buffer]>([
  ["an empty file", "file-empty", "leeg.pdf", Buffer.alloc(0)],
  ["a name without extension", "file-kind", "brief", pdf()],
  ["a program", "file-kind", "brief.pdf.exe", latin("MZ")],
  ["a Word file", "file-kind", "brief.docx", zip("word/document.xml")],
  ["an iPhone photo", "file-kind", "IMG_0001.HEIC", latin("\0\0\0\x18ftypheic")],
  ["a web page", "file-web", "pagina.html", utf8("<html></html>")],
  ["a drawing", "file-web", "tekening.svg", utf8("<svg onload=alert(1)>")],
  ["an archive", "file-archive", "alles.zip", zip()],
  ["a program behind spaces", "file-kind", "brief.pdf          .exe ", latin("MZ")],
  ["an archive called PDF", "file-archive", "brief.pdf", zip()],
  ["a Word file called PDF", "file-archive", "brief.pdf", zip("word/document.xml")],
  ["a web page called PDF", "file-web", "brief.pdf", utf8("<!DOCTYPE html><script>alert(1)</script>")],
  ["a drawing called PNG", "file-web", "scan.png", utf8('<?xml version="1.0"?><svg onload="x()"/>')],
  ["a PNG called JPG", "file-not-as-named", "scan.jpg", png()],
  ["a JPG called PNG", "file-not-as-named", "scan.png", jpg()],
  ["a program called JPG", "file-not-as-named", "foto.jpg", latin(`MZ\x90\0${"x".repeat(200)}`)],
  ["a PDF with something before it", "file-not-as-named", "brief.pdf", both(latin("GIF89a"), pdf())],
  ["a PDF behind a byte order mark", "file-not-as-named", "brief.pdf", both(latin("\xef\xbb\xbf"), pdf())],
  ["a PDF that breaks off", "file-broken", "brief.pdf", pdf().subarray(0, 300)],
  ["a JPG that breaks off", "file-broken", "foto.jpg", jpg().subarray(0, -2)],
  ["a PNG that breaks off", "file-broken", "scan.png", png().subarray(0, -6)],
  ["a PDF with a zip behind it", "file-hides-more", "brief.pdf", both(pdf(), zip())],
  ["a PDF with a zip inside", "file-hides-more", "brief.pdf", both(pdf(), zip("a", "b", "\n%%EOF"))],
  ["a PDF with bytes behind it", "file-hides-more", "brief.pdf", both(pdf(), latin("<script>x()</script>"))],
  ["a PDF that is a web page", "file-hides-more", "brief.pdf", pdf("x", "%<html><script>x()</script>\n")],
  ["a PDF that is a tar", "file-hides-more", "brief.pdf", pdf("x", `%${"a".repeat(247)}ustar\n`)],
  ["a PDF that is a disk image", "file-hides-more", "brief.pdf", pdf("x", `%${"a".repeat(32_759)}CD001\n`)],
  ["a PDF with a RAR inside", "file-hides-more", "brief.pdf", pdf("x", `%${RAR.toString("latin1")}\n`)],
  ["a JPG with a zip behind it", "file-hides-more", "foto.jpg", both(jpg(), zip())],
  ["a JPG with a RAR behind it", "file-hides-more", "foto.jpg", both(jpg(), RAR)],
  ["a JPG with a 7z behind it", "file-hides-more", "foto.jpg", both(jpg(), SEVEN)],
  ["a JPG that is a web page", "file-hides-more", "foto.jpg", jpg("<script>alert(1)</script>")],
  ["a JPG that is a PDF", "file-hides-more", "foto.jpg", jpg("%PDF-1.4 1 0 obj")],
  ["a PNG with a zip behind it", "file-hides-more", "scan.png", both(png(), zip())],
  ["a PNG with bytes behind it", "file-hides-more", "scan.png", both(png(), latin("x"))],
  ["a PNG with a web page inside", "file-hides-more", "scan.png", png(4, "<svg onload=alert(1)>")],
  ["a text with a zero byte", "file-not-text", "notitie.txt", latin("a\0b")],
  ["a text with an escape", "file-not-text", "notitie.txt", latin("\x1b[2Jweg")],
  ["a text with a C1 control", "file-not-text", "notitie.txt", utf8("a\u0085b")],
  ["a text in Windows' own letters", "file-not-text", "notitie.txt", latin("caf\xe9")],
  ["a text in UTF-16", "file-not-text", "notitie.txt", Buffer.from("\ufeffHallo", "utf16le")],
  ["a text cut inside a letter", "file-not-text", "notitie.txt", utf8("caf\u00e9").subarray(0, -1)],
  ["an overlong letter", "file-not-text", "notitie.txt", Buffer.from([0xc0, 0xaf])],
  ["half a surrogate pair", "file-not-text", "notitie.txt", Buffer.from([0xed, 0xa0, 0x80])],
  ["a web page called TXT", "file-web", "notitie.txt", utf8("\n <html><body>x</body></html>")],
  ["a PDF called TXT", "file-not-as-named", "notitie.txt", utf8("%PDF-1.4\n%%EOF")],
  ["a rich text called TXT", "file-not-as-named", "notitie.txt", utf8("{\\rtf1 x}")],
])("refuses %s: %s", async (_, reason, name, bytes) => {
  expect(await judged(name, bytes)).toBe(reason);
});

const SCRIPT = "<< /S /JavaScript /JS (app.alert(1)) >>";
const HIDDEN = objectStream(SCRIPT);
const FIRST = (bytes: Buffer, times: number) => Buffer.concat(Array(times).fill(bytes));
test.each<[string, string | Buffer]>([
  ["a script", SCRIPT],
  ["a script alone", "<< /JS (x) >>"],
  ["a script by reference", "<< /JS 12 0 R >>"],
  ["a script in escapes", "<< /S /J#61vaScript >>"],
  ["a script all in escapes", "<< /S /#4a#61#76#61#53#63#72#69#70#74>>"],
  ["a script at its opening", "<< /OpenAction << /S /JavaScript /JS 1 0 R >> >>"],
  ["a program to start", "<< /S /Launch /F (cmd.exe) >>"],
  ["an attachment", "<< /Type /EmbeddedFile >>"],
  ["attachments by name", "<< /Names << /EmbeddedFiles 3 0 R >> >>"],
  ["an attachment that says not what it is", "<< /F (x) /EF<</F 3 0 R>> >>"],
  ["acts at an event", "<< /AA << /O 3 0 R >> >>"],
  ["acts at an event behind a comment", "<< /AA %\n%\n << /O 3 0 R >> >>"],
  ["a film", "<< /Subtype /RichMedia >>"],
  ["a form in XML", "<< /AcroForm << /XFA 3 0 R >> >>"],
  ["a form that sends", "<< /S /SubmitForm >>"],
  ["a script in compressed objects", HIDDEN],
  [
    "compressed objects in escapes",
    objectStream(SCRIPT, { entries: "/Type /Obj#53tm /Filter /Flate#44ecode" }),
  ],
  [
    "compressed objects a reader is told twice about",
    both(latin("<< /X (0 obj endobj) "), HIDDEN.subarray(3)),
  ],
  [
    "objects packed in letters",
    objectStream(SCRIPT, {
      entries: "/Type /ObjStm /Filter /ASCIIHexDecode",
      pack: (plain) => latin(`${plain.toString("hex")}>`),
    }),
  ],
  [
    "objects packed twice",
    objectStream(SCRIPT, {
      entries: "/Type /ObjStm /Filter [/FlateDecode /FlateDecode]",
      pack: (plain) => deflateSync(deflateSync(plain)),
    }),
  ],
  [
    "objects packed with a prediction",
    objectStream("x", { entries: "/Type /ObjStm /Filter /FlateDecode /DecodeParms 3 0 R" }),
  ],
  ["objects that are encrypted", objectStream("x", { pack: (plain) => plain })],
  ["objects larger than any", objectStream(" ".repeat(33 * 1024 * 1024))],
  ["objects larger than any together", FIRST(objectStream(" ".repeat(5 * 1024 * 1024)), 7)],
])("refuses a PDF with %s", async (_, body) => {
  expect(await judged("brief.pdf", pdfWith(body), PAPER_FILE)).toBe("file-active");
  expect(await judged("brief.pdf", pdfWith(body))).toBe("file-active");
});

test.each<[string, string | Buffer]>([
  ["that opens at a page", "<< /OpenAction [3 0 R /XYZ null null 0] >>"],
  [
    "with compressed objects",
    both(objectStream("<< /Type /Font >> << /Type /Page >>"), latin("\n"), objectStream("x")),
  ],
  [
    "with uncompressed objects",
    objectStream("<< /Type /Font >>", { entries: "/Type /ObjStm", pack: (plain) => plain }),
  ],
  [
    "with names that only begin alike",
    "<< /LaunchPad 1 /JavaScripts 2 /AAA << >> /JSON (x) /EF (x) /XFAB 1 >>",
  ],
  [
    "with compressed bytes that look like a short name",
    "<< /Length 9 >>\nstream\n\xff/JS(\xfe/AA%\xfd\nendstream",
  ],
  [
    "with a picture packed in another way",
    "<< /Filter [/ASCII85Decode /DCTDecode] /DecodeParms 1 0 R /Length 3 >>\nstream\nabc\nendstream",
  ],
])("takes a PDF %s", async (_, body) => {
  expect(await judged("brief.pdf", pdfWith(body), PAPER_FILE)).toBe("pdf");
});

test("refuses a PDF with compressed objects that nothing ends", async () => {
  const open = objectStream("<< /Type /Font >>").subarray(0, -10);
  expect(await judged("brief.pdf", both(pdf(), open, latin("\n%%EOF\n")))).toBe("file-active");
});

test("the cap is of bytes that pass, not of what was said, and stops at the first byte over it", () => {
  const inspection = inspect("brief.pdf", { kinds: ["pdf"], cap: 1_000 });
  inspection.take(Buffer.alloc(1_000, 0x20));
  expect(() => inspection.take(Buffer.alloc(1))).toThrow(
    expect.objectContaining({ reason: "file-too-large-paper" }),
  );
});

test("a place takes only its own kinds, and says so in its own words", async () => {
  expect(await judged("notitie.txt", utf8("tekst"), PAPER_FILE)).toBe("file-kind-paper");
  expect(await judged("brief.pdf", pdf(), PAPER_FILE)).toBe("pdf");
  const large = Buffer.alloc(DOCUMENT_FILE.cap + 1);
  expect(await judged("brief.pdf", large)).toBe("file-too-large");
});

test("how the bytes are cut into pieces makes no difference", async () => {
  const cases: [string, Buffer][] = [
    ["a.pdf", pdf()],
    ["a.pdf", pdfWith(HIDDEN)],
    ["a.pdf", both(pdf("x", `%${"a".repeat(3_000)}\n`).subarray(0, -6), latin("/S /J#61vaScript \n%%EOF\n"))],
    ["a.jpg", both(jpg(), RAR)],
    ["a.jpg", jpg()],
    ["a.png", png(9, "x")],
    ["a.png", both(png(), latin("x"))],
    ["a.txt", utf8("één € 😀")],
    ["a.txt", utf8("%PDF-1.4")],
  ];
  for (const [name, bytes] of cases) {
    const whole = await judged(name, bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const inspection = inspect(name, DOCUMENT_FILE);
      for (let at = 0; at < bytes.length; at += size) inspection.take(bytes.subarray(at, at + size));
      const cut = await inspection.end().catch((error: unknown) => reasonOf(error));
      expect([name, size, cut]).toEqual([name, size, whole]);
    }
  }
});

test.each([
  ["../../keys/blob.pdf", "_.._keys_blob.pdf"],
  ["C:\\Users\\fatima\\brief.pdf", "C__Users_fatima_brief.pdf"],
  ["con.pdf", "_con.pdf"],
  ["CON.2024.pdf", "_CON.2024.pdf"],
  ["lpt¹.txt", "_lpt¹.txt"],
  ["nul .pdf", "_nul.pdf"],
  ["controle.pdf", "controle.pdf"],
  ["brief\u202Efdp.exe.pdf", "brief_fdp.exe.pdf"],
  ["regel\r\neinde\0.pdf", "regel__einde_.pdf"],
  ["...", "bestand"],
  [".pdf", "pdf"],
  ["  brief.pdf  ", "brief.pdf"],
  ["cafe\u0301.pdf", "café.pdf"],
])("the name %j is kept as %j", (given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});

test("a name of any length stays within a hundred characters with its extension", () => {
  const kept = safeFileName(`${"é😀".repeat(400)}.pdf`);
  expect([...kept].length).toBe(100);
  expect(kept.endsWith(".pdf")).toBe(true);
});

test("a file in the smallest pieces is judged as one in a whole, and looked at a few times only", async () => {
  const file = png(300, "x".repeat(150_000));
  const concat = vi.spyOn(Buffer, "concat");
  const inspection = inspect("scan.png", DOCUMENT_FILE);
  for (const byte of file) inspection.take(Uint8Array.of(byte));
  expect(await inspection.end()).toBe("png");
  expect(concat.mock.calls.length).toBeLessThan(50);
  concat.mockRestore();
});
