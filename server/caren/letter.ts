import { readFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { encode } from "uqr";

/** All that stands on a letter. */
export interface Letter {
  organisation: string;
  /** Whom it goes to: "Mevr. A.C. van der Meulen", and the lines of the address under it */
  to: string;
  address: readonly string[];
  /** Dutch words: 21 november 2026 */
  date: string;
  /** The last whole day on which the code works, in the same words */
  until: string;
  /** In groups, as it is typed */
  code: string;
  /** Of the page where it is typed; the QR holds this with the code behind `#`, which no server log sees */
  page: string;
}

/** A millimetre in points. */
const MM = 72 / 25.4;
const LEFT = 25 * MM;
const WIDTH = 160 * MM;

/**
 * The name and address: within the window of a Dutch EA5/6 envelope (30 × 100 mm at the left, 60 to 90 mm from the top of
 * the folded sheet) and of a DIN long one (45 × 90 mm from 45 mm). Nothing else stands there.
 */
export const ADDRESS_AREA = { left: 25, top: 63, width: 82, height: 25 } as const;
const ADDRESS_LEADING = 5 * MM;

const FONTS = join(process.cwd(), "node_modules/@expo-google-fonts/atkinson-hyperlegible-next");
const fontFile = (weight: string) =>
  readFileSync(/* turbopackIgnore: true */ join(FONTS, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`));

let fonts: { regular: Buffer; bold: Buffer } | undefined;

/** Read once: the letters of a whole house are made one after another. */
function loadFonts() {
  fonts ??= { regular: fontFile("400Regular"), bold: fontFile("700Bold") };
  return fonts;
}

type Page = PDFKit.PDFDocument;

function drawQr(page: Page, text: string, left: number, top: number, size: number): void {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const step = size / data.length;
  page.fillColor("#000000");
  // A hair wider than its place: no white lines between the squares when it is printed.
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      if (dark) page.rect(left + x * step, top + y * step, step + 0.05, step + 0.05);
  page.fill();
}

function drawAddress(page: Page, { to, address }: Letter): void {
  const { left, top, width } = ADDRESS_AREA;
  page.font("regular").fontSize(11);
  for (const [line, text] of [to, ...address].slice(0, 5).entries())
    page.text(text, left * MM, top * MM + line * ADDRESS_LEADING, {
      width: width * MM,
      height: ADDRESS_LEADING,
      ellipsis: true,
    });
}

function drawCode(page: Page, letter: Letter): void {
  const top = page.y + 10;
  const height = 38 * MM;
  page.lineWidth(1.2).strokeColor("#1a4f8b").roundedRect(LEFT, top, WIDTH, height, 6).stroke();
  const size = 28 * MM;
  drawQr(page, `${letter.page}#${letter.code}`, LEFT + WIDTH - size - 5 * MM, top + 5 * MM, size);
  page
    .fillColor("#000000")
    .font("regular")
    .fontSize(11)
    .text("Uw code", LEFT + 7 * MM, top + 8 * MM);
  page
    .font("bold")
    .fontSize(21)
    .text(letter.code.replaceAll("-", "  "), LEFT + 7 * MM, top + 15 * MM, {
      characterSpacing: 0.6,
      lineBreak: false,
    });
  page
    .font("regular")
    .fontSize(11)
    .text(`De code werkt tot en met ${letter.until}.`, LEFT + 7 * MM, top + 27 * MM, { lineBreak: false });
  page.x = LEFT;
  page.y = top + height + 14;
}

function drawText(page: Page, letter: Letter): void {
  const { organisation } = letter;
  const paragraph = (text: string) =>
    page.font("regular").fontSize(11).text(text, LEFT, page.y, { width: WIDTH, lineGap: 3 }).moveDown(0.7);
  const heading = (text: string) =>
    page.font("bold").fontSize(12).text(text, LEFT, page.y, { width: WIDTH, lineGap: 3 }).moveDown(0.2);
  page.y = 102 * MM;
  paragraph(letter.date);
  page
    .font("bold")
    .fontSize(16)
    .text("Uw uitnodiging voor Caren", LEFT, page.y + 4)
    .moveDown(0.6);
  paragraph(
    `U krijgt zorg van ${organisation}. In Caren kunt u, of iemand uit uw familie, berichten van ons lezen. U kiest zelf wie dat doet. Het kost niets.`,
  );
  heading("Zo doet u mee");
  paragraph(`1. Ga op uw telefoon of computer naar ${letter.page}
Of scan het vierkant hieronder met de camera van uw telefoon.
2. Vul de code in.
3. Maak een account met uw e-mailadres. Hebt u al een account? Log dan in.`);
  drawCode(page, letter);
  heading("Let op");
  paragraph(
    "De code werkt één keer. Geef de code alleen aan iemand die met u mag meekijken. Wie de code gebruikt, kan later ook andere mensen toevoegen.",
  );
  paragraph(
    `Wilt u niet meedoen? Dan hoeft u niets te doen. Hebt u een vraag, of is de code niet meer geldig? Vraag het aan ${organisation}.`,
  );
  paragraph(`Met vriendelijke groet,\n${organisation}`);
}

/** Makes the letter: one page of A4, as PDF. */
export function makeLetter(letter: Letter): Promise<Buffer> {
  const { regular, bold } = loadFonts();
  const page = new PDFDocument({
    size: "A4",
    margin: 0,
    // The first font of a document would else be one that pdfkit reads from its own folder.
    font: regular as unknown as string,
    lang: "nl-NL",
    displayTitle: true,
    info: { Title: "Uitnodiging voor Caren", Author: letter.organisation, Creator: "Kroniek" },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    page.on("data", (part: Buffer) => parts.push(part));
    page.on("end", () => resolve(Buffer.concat(parts)));
    page.on("error", reject);
  });
  page.registerFont("regular", regular).registerFont("bold", bold);
  page
    .font("bold")
    .fontSize(14)
    .fillColor("#000000")
    .text(letter.organisation, LEFT, 20 * MM, { width: WIDTH });
  drawAddress(page, letter);
  drawText(page, letter);
  page.end();
  return whole;
}
