import type { InferSelectModel } from "drizzle-orm";
import type { clients } from "@/db/schema/clients";
import type { Keys } from "../core/keys";
import { maskBsn, openBsn } from "./bsn";
import { OUT_REASONS } from "./person-fields";
import { ageOn, fullName, listName, type NameFields, tileInitials, titledName } from "./rules";

type ClientRow = InferSelectModel<typeof clients>;

/** A stay as shown: where, and which room. */
export interface PlaceView {
  location: string;
  code: string;
  room: string | null;
}

/** One line of the client list. */
export function clientLine(
  row: NameFields & Pick<ClientRow, "number" | "birthDate" | "outOfCareSince">,
  places: readonly PlaceView[],
  day: string,
) {
  return {
    number: row.number,
    name: listName(row),
    callName: row.callName,
    birthDate: row.birthDate,
    age: ageOn(row.birthDate, day) ?? null,
    gender: row.gender,
    places: [...places],
    outOfCareSince: row.outOfCareSince,
  };
}
export type ClientLine = ReturnType<typeof clientLine>;

/** Who this is, at the top of every client page. The BSN is masked; the whole one is asked for. */
export function clientHeader(row: ClientRow, places: readonly PlaceView[], day: string, keys: Keys) {
  return {
    number: row.number,
    titledName: titledName(row),
    callName: row.callName,
    initials: tileInitials(row),
    birthDate: row.birthDate,
    deathDate: row.deathDate,
    age: ageOn(row.birthDate, row.deathDate && row.deathDate !== "" ? row.deathDate : day) ?? null,
    gender: row.gender,
    maskedBsn: row.bsnSealed === null ? null : maskBsn(openBsn(keys, row.bsnSealed)),
    places: [...places],
    outOfCareSince: row.outOfCareSince,
  };
}
export type ClientHeaderView = ReturnType<typeof clientHeader>;

/** Personalia: what administration and care staff see under Algemeen. */
export function personalia(row: ClientRow) {
  return {
    name: fullName(row),
    firstNames: row.firstNames,
    callName: row.callName,
    birthDate: row.birthDate,
    deathDate: row.deathDate,
    gender: row.gender,
    maritalStatus: row.maritalStatus,
    language: row.language,
    nationality: row.nationality,
    phone: row.phone,
    mobile: row.mobile,
    email: row.email,
    generalPractitioner: row.generalPractitioner,
    pharmacy: row.pharmacy,
    insurer: row.insurer,
    insuranceNumber: row.insuranceNumber,
    inCareSince: row.inCareSince,
    outOfCareSince: row.outOfCareSince,
    outOfCareReason: row.outOfCareReason && OUT_REASONS[row.outOfCareReason],
  };
}
export type PersonaliaView = ReturnType<typeof personalia>;
