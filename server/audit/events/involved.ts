import type { AuditEvent } from "./event";

export const INVOLVED_EVENTS = {
  "involved.viewed": { nl: "Bekijkt betrokkenen", action: "R" },
  "involved.invited": { nl: "Nodigt iemand uit voor het portaal", action: "C" },
  "involved.resent": { nl: "Verstuurt activatiemail van het portaal opnieuw", action: "E" },
  "involved.removed": { nl: "Beëindigt iemands toegang tot het portaal", action: "D" },
  "activity.asked": { nl: "Vraagt vragenlijst aan iemand in het portaal", action: "C" },
  "activity.withdrawn": { nl: "Trekt gevraagde vragenlijst in", action: "U" },
  "activity.reminded": { nl: "Herinnert aan gevraagde vragenlijst", action: "E" },
  "activity.listed": { nl: "Bekijkt eigen vragenlijsten in het portaal", action: "R" },
  "activity.opened": { nl: "Opent eigen vragenlijst in het portaal", action: "R" },
  "activity.saved": { nl: "Bewaart eigen vragenlijst half ingevuld", action: "U" },
  "activity.submitted": { nl: "Stuurt eigen vragenlijst in", action: "C" },
  "release.viewed": { nl: "Bekijkt met wie een document is gedeeld", action: "R" },
  "release.made": { nl: "Deelt document via het portaal", action: "C" },
  "release.ended": { nl: "Stopt met delen van document via het portaal", action: "U" },
  "portal-document.listed": { nl: "Bekijkt gedeelde documenten in het portaal", action: "R" },
  "portal-document.downloaded": { nl: "Downloadt gedeeld document in het portaal", action: "R" },
  "portal-document.uploaded": { nl: "Deelt document vanuit het portaal", action: "C" },
  "portal.access-viewed": { nl: "Bekijkt in het portaal wie toegang heeft", action: "R" },
  "portal.log-viewed": { nl: "Bekijkt in het portaal wie heeft gekeken", action: "R" },
} as const satisfies Record<string, AuditEvent>;
