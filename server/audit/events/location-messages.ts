import type { AuditEvent } from "./event";

export const MESSAGE_EVENTS = {
  "message.listed": { nl: "Bekijkt locatieberichten", action: "R" },
  "message.viewed": { nl: "Bekijkt locatiebericht", action: "R" },
  "message.recipients-viewed": { nl: "Bekijkt ontvangers van locatiebericht", action: "R" },
  "message.previewed": { nl: "Bekijkt wie een locatiebericht krijgt", action: "R" },
  "message.unreached-viewed": { nl: "Bekijkt wie een locatiebericht niet krijgt", action: "R" },
  "message.drafted": { nl: "Bewaart concept van locatiebericht", action: "U" },
  "message.sent": { nl: "Verstuurt locatiebericht", action: "C" },
  "message.delivered": { nl: "Bezorgt locatiebericht", action: "E" },
  "message.stopped": { nl: "Stopt locatiebericht halverwege", action: "U" },
  "message.withdrawn": { nl: "Trekt locatiebericht in", action: "U" },
  "portal-message.listed": { nl: "Bekijkt eigen berichten in het portaal", action: "R" },
  "portal-message.read": { nl: "Opent bericht in het portaal", action: "R" },
  "portal-message.notices-set": { nl: "Zet mail over nieuwe berichten aan of uit", action: "U" },
} as const satisfies Record<string, AuditEvent>;
