import fc from "fast-check";

/** Text of any UTF-16 units, lone surrogates and controls among them, thick with what is special here. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        "_x0041_",
        "_x",
        "_",
        "x005F_",
        "0041_",
        "&",
        "<",
        ">",
        "]]>",
        '"',
        "'",
        "\r",
        "\r\n",
        "\t",
      ),
      fc.constantFrom("\u0000", "\u000b", "\ufffe", "\uffff", "\ud800", "\udc00", "😀", " ", "é", "=", "-"),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

/** XML 1.0's own definition of a character, by code point; a lone surrogate is a code point of its own. */
export const xmlOnly = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
