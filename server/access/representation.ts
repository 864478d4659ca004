/** What someone may decide for a client in one power. */
export interface Power {
  /** Dutch: choice, list and sheet */
  label: string;
  /** Care and treatment */
  care: boolean;
  /** Money and goods */
  money: boolean;
  /** Who goes first when several may decide: 1 before 2 (art. 7:465 lid 3 BW) */
  rank: 1 | 2 | 3 | 4;
  /** Only for clients under 18 */
  minorsOnly?: true;
  /** Where it comes from */
  law: string;
}

/**
 * The powers in which someone acts for a client: a closed list, and what each may decide. Consent asks it who decides
 * (DOMAIN.md 4, representation).
 */
export const REPRESENTATIONS = {
  curator: { label: "Curator", care: true, money: true, rank: 1, law: "art. 1:378 BW" },
  mentor: { label: "Mentor", care: true, money: false, rank: 1, law: "art. 1:450 BW" },
  administrator: { label: "Bewindvoerder", care: false, money: true, rank: 1, law: "art. 1:431 BW" },
  "care-proxy": {
    label: "Schriftelijk gemachtigde (zorg)",
    care: true,
    money: false,
    rank: 2,
    law: "art. 7:465 lid 3 BW",
  },
  "money-proxy": {
    label: "Gevolmachtigde (geldzaken)",
    care: false,
    money: true,
    rank: 2,
    law: "art. 3:60 BW",
  },
  partner: {
    label: "Partner, zonder benoeming",
    care: true,
    money: false,
    rank: 3,
    law: "art. 7:465 lid 3 BW",
  },
  relative: {
    label: "Ouder, kind, broer of zus, zonder benoeming",
    care: true,
    money: false,
    rank: 4,
    law: "art. 7:465 lid 3 BW",
  },
  parent: {
    label: "Ouder met gezag",
    care: true,
    money: true,
    rank: 1,
    minorsOnly: true,
    law: "art. 1:245 BW",
  },
  guardian: { label: "Voogd", care: true, money: true, rank: 1, minorsOnly: true, law: "art. 1:280 BW" },
} as const satisfies Record<string, Power>;

export type Representation = keyof typeof REPRESENTATIONS;

/** What a power lets someone decide, in words: "mag beslissen over zorg en geldzaken". */
export function decidesAbout(role: Representation): string {
  const { care, money } = REPRESENTATIONS[role];
  return `mag beslissen over ${[care && "zorg", money && "geldzaken"].filter(Boolean).join(" en ")}`;
}

/** Someone who acts for a client, as recorded. Days are `YYYY-MM-DD`; the until-day itself no longer counts. */
export interface Representative {
  representation: Representation | null;
  fromDate: string | null;
  untilDate: string | null;
}

/**
 * Who may decide about care or money on a day, those who go first in front. A power for minors counts only while the
 * client is one.
 * @param age in whole years on that day; `null`: not known, then powers for minors do not count
 */
export function representativesOn<T extends Representative>(
  people: readonly T[],
  matter: "care" | "money",
  day: string,
  age: number | null,
): T[] {
  const rankOf = ({ representation }: T) => (representation ? REPRESENTATIONS[representation].rank : 9);
  return people
    .filter(({ representation, fromDate, untilDate }) => {
      if (!representation) return false;
      const power: Power = REPRESENTATIONS[representation];
      if (power.minorsOnly && (age === null || age >= 18)) return false;
      return power[matter] && (fromDate ?? "") <= day && (untilDate === null || untilDate > day);
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}
