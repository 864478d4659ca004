/** Names Windows keeps for devices, whatever stands behind their first dot (learn.microsoft.com, "Naming Files"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;
const LONGEST = 100;

/**
 * A file name that is safe on every system and in a zip: no path, no control, direction or reserved characters, no
 * device of Windows, at most 100 characters, its extension kept.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : "";
  const stem = [...plain.slice(0, plain.length - extension.length)]
    .slice(0, LONGEST - extension.length)
    .join("")
    .trimEnd();
  const whole = `${stem || "bestand"}${extension}`;
  return DEVICE.test(whole) ? `_${whole}` : whole;
}
