import { BARTHEL } from "./adl";
import type { Instrument } from "./instrument";
import { MUST, SNAQ, SNAQ65, SNAQRC } from "./nutrition";
import { DOS, GAD7, HONOS, PAIN_NRS, PHQ9 } from "./screening";

/** The instruments that ship, in the order a choice shows them; each organisation may switch one off. */
export const INSTRUMENTS: readonly Instrument[] = [
  BARTHEL,
  SNAQRC,
  SNAQ65,
  SNAQ,
  MUST,
  DOS,
  PAIN_NRS,
  PHQ9,
  GAD7,
  HONOS,
];

const byCode = new Map(INSTRUMENTS.map((instrument) => [instrument.code, instrument]));

/** The instrument with this code (also the value of `measurements.instrument`), or `undefined`. */
export function instrumentOf(code: string): Instrument | undefined {
  return byCode.get(code);
}
