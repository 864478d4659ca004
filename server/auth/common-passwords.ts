/** Words that people make a long password of with a year, a number or signs; letters only, lower case, no accents. */
const STEMS = [
  ...["wachtwoord", "password", "paswoord", "passwort", "pass", "geheim", "secret", "letmein", "login"],
  ...["inloggen", "toegang", "welkom", "welcome", "hallo", "hello", "mijn", "nieuw", "tijdelijk", "changeme"],
  ...["admin", "administrator", "beheer", "beheerder", "root", "user", "gebruiker", "test", "demo"],
  ...["kroniek", "dossier", "zorgdossier", "zorg", "client", "caren", "ggz", "vvt", "verpleging"],
  ...["qwerty", "qwertyuiop", "azerty", "azertyuiop", "qwertz", "asdf", "asdfgh", "zxcvbn", "abc", "abcd"],
  ...["zomer", "winter", "lente", "herfst", "voorjaar", "najaar", "summer", "spring", "autumn"],
  ...["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"],
  ...["oktober", "november", "december"],
  ...["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  ...["iloveyou", "ikhouvanjou", "schatje", "liefde", "nederland", "holland", "amsterdam", "rotterdam"],
  ...["ajax", "feyenoord", "voetbal", "monkey", "dragon", "football", "superman", "sunshine", "princess"],
];

/** Rows of letters that fingers follow. */
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "qwertzuiopasdfghjklyxcvbnm",
];
const SHORTEST_RUN = 4;

/** Signs that stand for a letter inside a word, as in `w4chtw00rd`. */
const LETTER_OF: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const INSIDE_A_WORD = /(?<=\p{L})[013457@$!]{1,2}(?=\p{L})/gu;

// The longest first, so that "administrator" is not read as "admin" and a rest.
const anyOf = (words: readonly string[]) =>
  new RegExp([...words].sort((a, b) => b.length - a.length).join("|"), "g");
const ANY_STEM = anyOf(STEMS);

/** Leaves out accents too: once decomposed they are no letters. */
const lettersOf = (text: string) => text.replace(/\P{L}/gu, "");
const spelledOut = (text: string) =>
  text.replace(INSIDE_A_WORD, (signs) => [...signs].map((sign) => LETTER_OF[sign]).join(""));
const repeats = (text: string) => `${text}${text}`.indexOf(text, 1) < text.length;

function isCommonWord(letters: string, stems = ANY_STEM): boolean {
  if (letters.length < 3) return false;
  if (letters.replace(stems, "") === "") return true;
  return letters.length >= SHORTEST_RUN && ROWS.some((row) => row.includes(letters));
}

/**
 * Whether a password is one that is guessed first, whatever year, number, signs, capitals or accents dress it up:
 * nothing but common words, a row of keys, one text again and again, hardly any different signs, or digits alone
 * (dates, telephone numbers, rows).
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKD").toLowerCase();
  if (new Set(plain).size < 4 || repeats(plain)) return true;
  if (/^[\d\p{P}\p{Z}]+$/u.test(plain)) return true;
  return [plain, spelledOut(plain)].some((text) => isCommonWord(lettersOf(text)));
}

/**
 * Whether a password is nothing but the name or e-mail address of whose it is, or parts of them, dressed up with common
 * words, years, numbers, signs, capitals or accents.
 * @param own names and addresses, as written
 */
export function isOwnName(password: string, own: readonly string[]): boolean {
  const plainOf = (text: string) => text.normalize("NFKD").toLowerCase();
  const parts = own.flatMap((text) => {
    const plain = plainOf(text);
    return [plain, ...plain.split("@"), ...plain.split(/[^\p{L}\p{M}]+/u)].map(lettersOf);
  });
  const names = parts.filter((part) => part.length >= 2);
  if (names.length === 0) return false;
  const plain = plainOf(password);
  return [plain, spelledOut(plain)].some((text) =>
    isCommonWord(lettersOf(text), anyOf([...names, ...STEMS])),
  );
}
