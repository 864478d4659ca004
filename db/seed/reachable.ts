import type { Chance } from "./chance";

const three = (chance: Chance): string => String(chance.int(0, 1000)).padStart(3, "0");

/** A mobile number out of one made-up range. */
export function mobileNumber(chance: Chance): string {
  return `06-12345${three(chance)}`;
}

/** A landline number out of one made-up range, tied to no region. */
export function phoneNumber(chance: Chance): string {
  return `085-0123${three(chance)}`;
}

const plain = (text: string): string =>
  text
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

/** An address under `.example`, a domain that never reaches anyone (RFC 2606). */
export function mailAddress(callName: string, name: { prefix?: string | null; lastName: string }): string {
  return `${plain(callName)}.${plain(`${name.prefix ?? ""}${name.lastName}`)}@post.example`;
}
