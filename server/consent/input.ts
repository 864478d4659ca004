import { z } from "zod";
import { DATA_KINDS } from "./data-kinds";

const RequestKey = z.string().min(8).max(64);
const Id = z.string().min(1).max(60);
/** What is wrong with a day is told at its field, so any text may come in. */
const DayText = z.string().max(40);

/** A decision as the dialog sends it. `last`: the sequence the page was shown, 0 for nothing recorded. */
export const RecordDecision = z.object({
  partyId: Id,
  last: z.number().int().min(0),
  answer: z.enum(["yes", "no", "withdrawn"]),
  decidedOn: DayText,
  fromDate: DayText.default(""),
  untilDate: DayText.default(""),
  /** `client`, or ids of contacts */
  deciders: z.array(Id).max(20),
  note: z.string().max(2_000_000).default(""),
  requestKey: RequestKey,
});

/**
 * What comes before the bytes of a signed statement: the decision it belongs to, recorded in the same transaction, or
 * the id of one that was recorded without.
 */
export const UploadStatement = z.object({
  clientId: z.string().max(40),
  requestKey: RequestKey,
  fileName: z.string().min(1).max(1_000),
  bytes: z.number().int().min(0),
  decision: RecordDecision.optional(),
  decisionId: Id.optional(),
});

export const BASES = ["consent", "objection", "statutory"] as const;

/** What a party can get, as a form offers it. */
export const DATA_KIND_OPTIONS = Object.entries(DATA_KINDS).map(([value, { label }]) => ({ value, label }));

const Fields = z.object({
  name: z.string().max(2_000_000),
  purpose: z.string().max(2_000_000),
  basis: z.enum(BASES),
  legalGround: z.string().max(2_000_000).default(""),
  gets: z.array(z.string().max(40)).max(40),
  addressList: z.boolean(),
});

export const AddParty = Fields.extend({ requestKey: RequestKey });
/** `version`: the one the page was shown. */
export const ChangeParty = Fields.extend({
  partyId: Id,
  version: z.number().int().min(1),
  /** Another name for the same organisation: what was consented to stays */
  sameOrganisation: z.boolean().default(false),
});
export const EndParty = z.object({
  partyId: Id,
  version: z.number().int().min(1),
  reason: z.string().max(2_000_000),
});
export const OneParty = z.object({ partyId: Id });
/** Which client's copy, for which party. */
export const OneCopy = z.object({ clientId: z.string().max(40), partyId: Id });
/** The clients behind a figure of the overview, a page at a time. */
export const ListBehind = z.object({
  partyId: Id,
  figure: z.enum(["yes", "no", "none", "over"]),
  page: z.number().int().min(1).max(10_000).default(1),
});
