import { describe, expect, it } from "vitest";
import { afterAttempt, outcomeOf } from "@/server/mail/rules";
import { composeMail, type MailKind, TEMPLATES } from "@/server/mail/templates";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const mail = (attempts: number) => ({ attempts, queuedAt: 0, retriedAt: null, usefulUntil: null });
const again = { went: "again", problem: "unreachable" } as const;

describe("after an attempt", () => {
  it("waits longer each time, four hours at most", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(
      (attempts) => afterAttempt(mail(attempts), again, 0).nextAttemptAt,
    );
    expect(waits).toEqual([1, 5, 15, 60, 120, 240, 240].map((minutes) => minutes * MINUTE));
  });

  it.each([
    ["sent", { went: "sent" }, 0, "sent"],
    ["refused for good", { went: "never", problem: "refused" }, 0, "final"],
    ["perhaps arrived", { went: "uncertain", problem: "broken" }, 0, "uncertain"],
    ["not gone", again, 0, "failed"],
    ["not gone, the last wait just inside a day", again, 20 * HOUR, "failed"],
    ["not gone, the next attempt over a day after", again, 20 * HOUR + 1, "final"],
  ] as const)("%s: %j at %d → %s", (_name, outcome, now, state) => {
    const settled = afterAttempt(mail(6), outcome, now);
    expect(settled.state).toBe(state);
    expect(settled.nextAttemptAt === null).toBe(state !== "failed");
    expect(settled.endedAt === null).toBe(state === "failed");
  });

  it("is not tried again when it would be of no use by then", () => {
    expect(afterAttempt({ ...mail(1), usefulUntil: MINUTE - 1 }, again, 0).state).toBe("final");
    expect(afterAttempt({ ...mail(1), usefulUntil: MINUTE }, again, 0).state).toBe("failed");
  });
});

describe("a failure", () => {
  it.each([
    ["no connection", { code: "ECONNECTION", handedOver: false }, "again", "unreachable"],
    ["no answer", { code: "ETIMEDOUT", handedOver: false }, "again", "timed-out"],
    [
      "our own password wrong",
      { code: "EAUTH", responseCode: 535, handedOver: false },
      "again",
      "sign-in-refused",
    ],
    ["greylisted", { command: "RCPT TO", responseCode: 451, handedOver: false }, "again", "postponed"],
    [
      "no such address",
      { command: "RCPT TO", responseCode: 550, handedOver: false },
      "never",
      "address-refused",
    ],
    ["the text refused", { command: "DATA", responseCode: 554, handedOver: true }, "never", "refused"],
    ["the text postponed", { command: "DATA", responseCode: 452, handedOver: true }, "again", "postponed"],
    ["broken in the text", { code: "ECONNECTION", handedOver: true }, "uncertain", "broken"],
    ["silent after the text", { code: "ETIMEDOUT", handedOver: true }, "uncertain", "broken"],
  ] as const)("%s → %s", (_name, failure, went, problem) => {
    expect(outcomeOf(failure)).toEqual({ went, problem });
  });
});

describe("templates", () => {
  const house = { publicUrl: "https://dossier.example", organisation: "Stichting De Linde" };
  const values = { link: "https://dossier.example/activate#code", days: 7, minutes: 60 };

  it.each(Object.keys(TEMPLATES) as MailKind[])("%s is whole, and has one link", (kind) => {
    const { subject, text } = composeMail(kind, values, house);
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|NaN/);
    expect(text.match(/https:\S+/g)).toEqual([values.link]);
  });

  it.each(Object.entries(TEMPLATES))(
    "%s tells nothing of anyone's care, and nothing that counts",
    (_kind, told) => {
      const words = `${told.subject} ${told.text}`.toLowerCase();
      expect(words).not.toMatch(/[0-9]/);
      expect(words).not.toMatch(/zorg|behandel|diagnos|medic|patiënt|ziek|therap|rapport|bsn|geboren|gezond/);
      expect(
        told.text
          .match(/\{\w+\}/g)
          ?.every((gap) => ["{link}", "{days}", "{minutes}", "{portal}"].includes(gap)),
      ).toBe(true);
    },
  );

  it.each((Object.keys(TEMPLATES) as MailKind[]).filter((kind) => kind.startsWith("portal-")))(
    "%s names the portal as its pages do, and says u",
    (kind) => {
      const { subject, text } = composeMail(kind, values, house);
      expect(text).toContain("Caren van Stichting De Linde");
      expect(`${subject} ${text}`).not.toMatch(/Kroniek|\b(je|jij|jouw)\b/i);
    },
  );

  it("names the portal alone while nobody knows whose it is", () => {
    expect(composeMail("portal-added", values, { ...house, organisation: null }).text).toMatch(/In Caren is/);
  });

  it("take no link to elsewhere, and no word of anyone", () => {
    for (const link of ["https://elders.example/x", "https://dossier.example.elders.nl/x"])
      expect(() => composeMail("activation", { link, days: 7 }, house)).toThrow();
    const named = { link: values.link, days: "Verhoeven" as unknown as number };
    expect(() => composeMail("activation", named, house)).toThrow();
  });
});
