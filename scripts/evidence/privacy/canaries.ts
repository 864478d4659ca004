/** What is planted: texts that occur nowhere else, each standing for a kind of personal data. */
export const CANARIES = {
  name: "Zilverkanarie",
  bsn: "999994682",
  /** As digits; shown with or without the first zero */
  phone: "0687349215",
  email: "kanariepost",
  report: "Kanariezin",
  draft: "Kanarieconcept",
  answer: "Kanarieantwoord",
  document: "Kanarieinhoud",
  fileName: "kanariebestand",
  imported: "Importkanarie",
  colleague: "Personeelskanarie",
  password: "kanariewachtwoord",
} as const;

export type CanaryName = keyof typeof CANARIES;

/** The ways base64 can hold a text: where it begins in a group of three, without the signs its neighbours share. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.from("\0".repeat(before) + text).toString("base64");
    const [first, last] = [Math.ceil((before * 8) / 6), (before + text.length) % 3 === 0 ? 0 : 4];
    return whole.slice(first, last === 0 ? undefined : -last);
  });
}

const NEEDLES = Object.entries(CANARIES).map(([name, text]) => ({
  name,
  // A phone number is also written with the land's number in front.
  plain: (name === "phone" ? text.slice(1) : text).toLowerCase(),
  coded: [text, text.toLowerCase()].flatMap(inBase64),
}));

/** Which canaries are in these bytes, in any case, as they are or in base64. */
export function canariesIn(bytes: Buffer | string): string[] {
  const text = typeof bytes === "string" ? bytes : bytes.toString("latin1");
  const lower = text.toLowerCase();
  return NEEDLES.filter(
    ({ plain, coded }) => lower.includes(plain) || coded.some((each) => text.includes(each)),
  ).map(({ name }) => name);
}
