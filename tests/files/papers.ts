import { crc32, deflateSync } from "node:zlib";

/** Files made by code, good and nasty, for the tests of uploads. */
export const latin = (text: string) => Buffer.from(text, "latin1");

/** A small PDF that readers open: one page with a line of text. */
export function pdf(text = "Hallo", before = ""): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const bodies = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let out = `%PDF-1.4\n${before}`;
  const places = bodies.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`;
  return latin(`${out}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
}

/** A PDF with a further object. @param body of the object, as latin-1 */
export function pdfWith(body: string | Buffer): Buffer {
  return Buffer.concat([
    latin("%PDF-1.5\n9 0 obj\n"),
    latin(body.toString("latin1")),
    latin("\nendobj\n"),
    pdf().subarray(9),
  ]);
}

/** A stream that holds objects, compressed unless another dictionary says otherwise. */
export function objectStream(
  text: string,
  {
    entries = "/Type /ObjStm /Filter /FlateDecode",
    pack = deflateSync,
  }: { entries?: string; pack?: (plain: Buffer) => Buffer } = {},
): Buffer {
  const data = pack(latin(`7 0 8 20 ${text}`));
  return Buffer.concat([
    latin(`<< ${entries} /N 2 /First 9 /Length ${data.length} >>\nstream\n`),
    data,
    latin("\nendstream"),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of so many grey pixels square, with a comment if asked for. */
export function png(size = 4, comment = ""): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  const rows = Buffer.alloc(size * (size + 1), 0x80);
  for (let row = 0; row < size; row++) rows[row * (size + 1)] = 0;
  return Buffer.concat([
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", head),
    ...(comment === "" ? [] : [chunk("tEXt", latin(`Comment\0${comment}`))]),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The frame of a JPEG: start, a JFIF header, a comment, a scan of some bytes, end. */
export function jpg(comment = "foto"): Buffer {
  const note = latin(comment);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(note.length + 2);
  return Buffer.concat([
    latin("\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
    latin("\xff\xfe"),
    length,
    note,
    latin("\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\x00\x56\xff\xd9"),
  ]);
}

/** A zip with one stored file; readers find it behind anything. */
export function zip(name = "geheim.txt", text = "geheim", comment = ""): Buffer {
  const [bytes, title] = [latin(text), latin(name)];
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", "latin1");
  local.writeUInt32LE(crc32(bytes), 14);
  local.writeUInt32LE(bytes.length, 18);
  local.writeUInt32LE(bytes.length, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.write("PK\x01\x02", "latin1");
  central.writeUInt32LE(crc32(bytes), 16);
  central.writeUInt32LE(bytes.length, 20);
  central.writeUInt32LE(bytes.length, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + bytes.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([local, title, bytes, central, title, end, latin(comment)]);
}

export const RAR = latin("Rar!\x1a\x07\x01\x00archief");
export const SEVEN = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
