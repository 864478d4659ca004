import { describe, expect, it } from "vitest";
import { flagsFrom } from "@/server/clients/flags";

const nothing = { allergies: [], directives: [], legal: [] };
const labels = (recorded: Partial<Parameters<typeof flagsFrom>[0]>) =>
  flagsFrom({ ...nothing, ...recorded }).map(({ label }) => label);

describe("flags in the client header", () => {
  it("put severe allergies first, then treatment limits, then compulsory care", () => {
    const flags = flagsFrom({
      allergies: [{ substance: "Penicilline" }],
      directives: [{ subject: "Reanimeren", decision: "Nee" }],
      legal: [{ law: "wzd", kind: "OPM" }],
    });
    expect(flags).toEqual([
      { kind: "allergy", label: "Allergie: penicilline" },
      { kind: "treatment-limit", label: "Niet reanimeren" },
      { kind: "legal", label: "Wzd: besluit tot opname en verblijf" },
    ]);
  });

  it("say a refused treatment as Dutch does, and never hide a condition", () => {
    const decided = (subject: string, decision: string) => labels({ directives: [{ subject, decision }] });
    expect(decided("Antibiotica", "Nee")).toEqual(["Geen antibiotica"]);
    expect(decided("Beademen", "nee, nooit")).toEqual(["Niet beademen"]);
    expect(decided("Ziekenhuisopname", "Ja, maar …")).toEqual(["Ziekenhuisopname: beperkt"]);
    expect(decided("Reanimeren", "Ja, maar niet beademen")).toEqual(["Reanimeren: ja, maar niet beademen"]);
  });

  it("leave out a decision that limits nothing, and representation", () => {
    expect(labels({ directives: [{ subject: "Reanimeren", decision: "Ja" }] })).toEqual([]);
    expect(labels({ legal: [{ law: "civil", kind: "mentorship" }] })).toEqual([]);
  });

  it("say the same thing once", () => {
    expect(labels({ allergies: [{ substance: "Latex" }, { substance: "latex" }] })).toEqual([
      "Allergie: latex",
    ]);
  });
});
