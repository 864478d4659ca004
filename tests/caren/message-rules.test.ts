import { expect, it } from "vitest";
import { kindsOf, whySkipped, whyUnreached } from "@/server/caren/messages/rules";
import { countSigns, piecesOf, problemOf, tidy } from "@/server/caren/messages/text";

it.each([
  ["", 0],
  ["Dag", 3],
  ["één", 3],
  ["e\u0301e\u0301n", 3],
  ["👩‍🦰", 1],
  ["🇳🇱🇧🇪", 2],
  ["regel\nregel", 11],
])("%j is counted as people see it", (text, signs) => {
  expect(countSigns(text)).toBe(signs);
});

it("a long text is counted sign for sign wherever it is cut up, one endless sign too", () => {
  for (const sign of ["👩‍🦰", "🇳🇱", "e\u0301", "👍🏽", "x"])
    expect(countSigns(`ø${sign.repeat(1_001)}`)).toBe(1_002);
  expect(countSigns(`e${"\u0301".repeat(5_000)}x`)).toBe(2);
});

it("64,000 signs may be sent, one more may not, nor what hides behind few signs", () => {
  expect(problemOf("👩‍🦰".repeat(10_000) + "é".repeat(54_000))).toBeUndefined();
  expect(problemOf("é".repeat(64_000))).toBeUndefined();
  expect(problemOf("é".repeat(64_001))).toBe("message-too-long");
  expect(problemOf(`e${"\u0301".repeat(300_000)}`)).toBe("message-too-long");
  expect(problemOf(" \n\u00a0\t")).toBe("message-empty");
});

it("a text is kept as it is but for its ends and line ends", () => {
  expect(tidy("\r\n\nBeste familie,\r\n\r\n  Dag \n ")).toBe("Beste familie,\n\n  Dag");
});

it("only addresses of the web become links, and only those that lead where they seem to", () => {
  const text =
    "Zie https://delinde.example/feest. Of (http://x.example/a?b=1), niet javascript:alert(1), " +
    "data:text/html,x, https://bank.example@kwaad.example/ of <script>alert(1)</script>.";
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.flatMap(({ href }) => href ?? [])).toEqual([
    "https://delinde.example/feest",
    "http://x.example/a?b=1",
  ]);
});

it("goes to those whom an option that is on is for, and to nobody while all are off", () => {
  expect(kindsOf({ messagesToNetwork: true, messagesToClient: false })).toEqual(["network"]);
  expect(kindsOf({ messagesToNetwork: false, messagesToClient: true })).toEqual(["client", "representative"]);
  expect(kindsOf({ messagesToNetwork: false, messagesToClient: false })).toEqual([]);
});

it("says of a client who is not reached what is most in the way", () => {
  const none = { accounts: 0, outOfCare: false, accountOff: false, notAgreed: false, optionOff: false };
  expect(whyUnreached({ ...none, status: "not-linked" })).toBe("not-linked");
  expect(whyUnreached({ ...none, status: "invited" })).toBe("invited");
  expect(whyUnreached({ ...none, status: "unknown", accounts: 2 })).toBe("unknown");
  expect(whyUnreached({ ...none, status: "linked", accounts: 1 })).toBeUndefined();
  expect(whyUnreached({ ...none, status: "linked", accounts: 1, outOfCare: true })).toBe("out-of-care");
  expect(whyUnreached({ ...none, status: "not-linked", accountOff: true })).toBe("account-off");
  expect(whyUnreached({ ...none, status: "linked", notAgreed: true })).toBe("not-agreed");
  expect(whyUnreached({ ...none, status: "linked", optionOff: true })).toBe("option-off");
});

it("passes over a recipient for one reason, the nearest first", () => {
  const all = { linked: true, active: true, inCare: true, here: true };
  expect(whySkipped(all)).toBeUndefined();
  expect(whySkipped({ ...all, linked: false, active: false })).toBe("unlinked");
  expect(whySkipped({ ...all, active: false })).toBe("account-off");
  expect(whySkipped({ ...all, inCare: false, here: false })).toBe("out-of-care");
  expect(whySkipped({ ...all, here: false })).toBe("moved");
});
