import { z } from "zod";
import { NewPassword } from "../auth/input";
import { CAREN_DRIVERS, CAREN_STATUSES, type CarenDriver } from "./kinds";

const RequestKey = z.string().min(8).max(64);
const Id = z.string().min(1).max(100);

/** The most signs of a reason why a link is ended. */
export const REASON_LENGTH = 500;

/** A page of the clients in reach with their status; what was typed travels in the body of a POST, never in an address. */
export const ListCaren = z.object({
  search: z.string().max(200).default(""),
  status: z.enum(CAREN_STATUSES).optional(),
  /** Code of a location: those at it and below it */
  location: z.string().min(1).max(50).optional(),
  after: z.object({ key: z.string().max(200), number: z.number().int() }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

/** One location, by its code. */
export const OneLocation = z.object({ code: z.string().min(1).max(50) });

export const InviteClient = z.object({ requestKey: RequestKey });
export const OneInvitation = z.object({ invitationId: Id });
export const Unlink = z.object({ linkId: Id, reason: z.string().trim().max(REASON_LENGTH) });

const drivers = Object.keys(CAREN_DRIVERS) as [CarenDriver, ...CarenDriver[]];

/** The Caren settings, with the version that was looked at. */
export const ChangeCarenSettings = z.object({
  driver: z.enum(drivers),
  messagesToNetwork: z.boolean(),
  messagesToClient: z.boolean(),
  version: z.number().int().min(0),
});

/** What someone types of a letter, and what they are to the client in their own words. */
export const RedeemCode = z.object({
  code: z.string().max(100),
  relation: z.string().trim().max(100).default(""),
});
export const JoinWithCode = RedeemCode.extend({
  newPassword: NewPassword.shape.newPassword,
  name: z.string().trim().max(200),
  email: z.string().trim().max(254),
});

/** Someone a beheerder adds to the network, by mail. */
export const AddMember = z.object({
  name: z.string().trim().max(200),
  email: z.string().trim().max(254),
  relation: z.string().trim().max(100).default(""),
});
export const OneMember = z.object({ relationId: Id });
