import type { AuditEvent } from "./event";

export const CLINIMETRICS_EVENTS = {
  "measurement.form-opened": { nl: "Opent formulier voor een meting", action: "R" },
  "measurement.recorded": { nl: "Legt meting vast", action: "C" },
  "measurement.corrected": { nl: "Corrigeert meting", action: "U" },
  "measurement.course-viewed": { nl: "Bekijkt verloop van een meting", action: "R" },
  "instrument.listed": { nl: "Bekijkt meetinstrumenten", action: "R" },
  "instrument.switched": { nl: "Zet meetinstrument aan of uit", action: "U" },
} as const satisfies Record<string, AuditEvent>;
