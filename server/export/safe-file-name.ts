/**
 * A file name that is safe in a zip on every system: no path, no control or reserved characters, at most 100
 * characters, its extension kept.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : "";
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, 100 - extension.length).join("");
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return `${reserved ? "_" : ""}${stem || "bestand"}${extension}`;
}
