/** The four texts of a SOEP report, in the order they are written, with their letters. */
export const soapLetters = { subjective: "S", objective: "O", assessment: "E", plan: "P" } as const;

export type SoapKey = keyof typeof soapLetters;

export const soapKeys: readonly SoapKey[] = ["subjective", "objective", "assessment", "plan"];
