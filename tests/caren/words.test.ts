import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import messages from "@/messages/nl.json";

it("says to the letter what was promised", () => {
  const t = createTranslator({ locale: "nl", messages, namespace: "onsClient" });
  const said = (["linked", "not-linked", "invited", "unknown"] as const).map((status) => [
    t(`statuses.${status}`),
    t(`fieldStatuses.${status}`),
  ]);
  expect(said).toEqual([
    ["Actieve koppeling", "Actieve koppeling"],
    ["Niet gekoppeld", "Geen koppeling"],
    ["Uitgenodigd", "Uitnodiging verstuurd"],
    ["Onbekend", "Onbekend"],
  ]);
  expect([1, 2, 42].map((days) => t("stillValid", { days }))).toEqual([
    "Uitnodiging is nog 1 dag geldig",
    "Uitnodiging is nog 2 dagen geldig",
    "Uitnodiging is nog 42 dagen geldig",
  ]);
  const names = (["network", "caren", "title", "dashboard", "messages", "locations"] as const).map((key) =>
    t(key),
  );
  expect(names).toEqual([
    "Cliëntnetwerk",
    "Caren",
    "Ons Cliënt",
    "Dashboard",
    "Locatieberichten",
    "Locaties",
  ]);
  const acts = (["toLocation", "invite", "sentInvitations", "unlink"] as const).map((key) => t(key));
  expect(acts).toEqual([
    "Naar locatie in Ons Cliënt",
    "Uitnodigen",
    "Verstuurde uitnodigingen",
    "Ontkoppel account",
  ]);
});
