const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 56;
const LEADING = 16;
/** Characters that fit a line of Helvetica 11 between the margins, with room to spare */
const LINE = 84;

/** Breaks a paragraph into lines at spaces. */
function wrap(paragraph: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A text as a PDF string in WinAnsi; what Latin-1 lacks becomes a question mark. */
function pdfString(text: string): string {
  const safe = [...text].map((char) => ((char.codePointAt(0) ?? 0) > 255 ? "?" : char)).join("");
  return `(${safe.replace(/[\\()]/g, "\\$&")})`;
}

/**
 * A one-page A4 PDF 1.4 with a bold title and plain paragraphs, for demo documents: five objects, a true
 * cross-reference table, a built-in font. Text beyond the page is cut.
 */
export function textPdf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), ""]);
  const fitting = lines.slice(0, Math.floor((HEIGHT - 3 * MARGIN) / LEADING));
  const content = [
    "BT",
    `/F2 16 Tf ${MARGIN} ${HEIGHT - MARGIN - 16} Td ${pdfString(title)} Tj`,
    `/F1 11 Tf ${LEADING} TL 0 ${-LEADING * 2} Td`,
    ...fitting.map((line) => `${pdfString(line)} Tj T*`),
    "ET",
  ].join("\n");
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  // The second line tells transfer programs that this is not text (ISO 32000-1, 7.5.2)
  let body = "%PDF-1.4\n%âãÏÓ\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // One byte a character: offsets and lengths above count characters
  return Buffer.from(body + table + trailer, "latin1");
}
