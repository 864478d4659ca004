import type { medication } from "@/db/schema/dossier/medication";
import type { DemoPen } from "../demo-pen";
import { instantOf } from "../fhir-time";
import type { Draft } from "../part";
import { COURSES, MEDICINES, type Medicine, STOP_REASONS } from "./medicines";

type Entry = Draft<typeof medication>;

const ATC = "http://www.whocc.no/atc";

const bare = {
  quantity: null,
  asNeeded: null,
  reason: null,
  prescriber: null,
  endedOn: null,
  stopReason: null,
  note: null,
} as const;

function agreement(pen: DemoPen, medicine: Medicine, daysAgo: number, prescriber: string): Entry {
  const startedOn = pen.day(daysAgo);
  return {
    ...bare,
    moment: instantOf(startedOn)?.at ?? pen.now,
    kind: "agreement",
    product: medicine.product,
    productCode: medicine.atc,
    productSystem: ATC,
    dose: medicine.dose,
    route: medicine.route,
    asNeeded: medicine.asNeeded ?? false,
    reason: medicine.reason,
    prescriber,
    startedOn,
    status: "active",
    recordedBy: prescriber,
  };
}

function course(pen: DemoPen, daysAgo: number): Entry {
  const { days, ...medicine } = pen.pick(COURSES);
  const prescriber = pen.colleague("physician").name;
  return {
    ...agreement(pen, { ...medicine, single: "1", supply: "1" }, daysAgo, prescriber),
    endedOn: pen.day(daysAgo - days),
    status: "completed",
  };
}

function dispense(pen: DemoPen, medicine: Medicine, daysAgo: number): Entry {
  const moment = pen.daysAgo(daysAgo);
  return {
    ...bare,
    moment,
    kind: "dispense",
    product: medicine.product,
    productCode: medicine.atc,
    productSystem: ATC,
    dose: medicine.dose,
    route: medicine.route,
    quantity: medicine.supply,
    startedOn: instantOf(new Date(moment).toISOString())?.date ?? null,
    status: "completed",
    recordedBy: pen.colleague("pharmacist").name,
  };
}

function administration(pen: DemoPen, medicine: Medicine, daysAgo: number, refused = false): Entry {
  return {
    ...dispense(pen, medicine, daysAgo),
    kind: "administration",
    dose: null,
    quantity: medicine.single,
    status: refused ? "not-done" : "completed",
    stopReason: refused ? "Cliënt weigerde, ook na een tweede keer aanbieden" : null,
    recordedBy: pen.colleague("carer").name,
  };
}

function ownUse(pen: DemoPen, daysAgo: number): Entry {
  const startedOn = pen.day(daysAgo);
  return {
    ...bare,
    moment: instantOf(startedOn)?.at ?? pen.now,
    kind: "use",
    product: "Ibuprofen tablet 200 mg (zelfzorg)",
    productCode: "M01AE01",
    productSystem: ATC,
    dose: "Neemt zo nu en dan een tablet bij rugpijn",
    route: "Oraal",
    asNeeded: true,
    reason: "Rugpijn",
    startedOn,
    status: "active",
    note: "Gemeld door familie. Besproken met de arts: liever paracetamol, vanwege de nieren.",
    recordedBy: pen.colleague("nurse").name,
  };
}

/** Agreements that fit the care kind, a course, and for `full` every kind and state. */
export function demoMedication(pen: DemoPen): Entry[] {
  const full = pen.fill === "full";
  const chosen = pen.shuffle<Medicine>(MEDICINES[pen.client.careKind]).slice(0, full ? 5 : pen.int(1, 5));
  const prescriber = pen.colleague(pen.client.careKind === "ggz" ? "psychiatrist" : "physician").name;
  const entries = chosen.map((medicine) => agreement(pen, medicine, pen.int(60, 900), prescriber));
  const [first, second] = entries;
  if (first !== undefined && (full || pen.chance(0.2))) {
    entries[0] = {
      ...first,
      status: "stopped",
      endedOn: pen.day(pen.int(5, 50)),
      stopReason: pen.pick(STOP_REASONS),
    };
  }
  if (second !== undefined && full) {
    entries[1] = {
      ...second,
      status: "on-hold",
      note: "Onderbroken rond een ingreep; arts hervat na controle.",
    };
  }
  if (full || pen.chance(0.4)) entries.push(course(pen, pen.int(20, 400)));
  if (full || pen.chance(0.1)) entries.push(ownUse(pen, pen.int(10, 200)));
  const current = chosen.at(-1);
  if (current !== undefined && (full || pen.chance(0.5))) {
    entries.push(dispense(pen, current, pen.int(8, 30)));
    for (let day = 1; day <= (full ? 5 : 2); day++) {
      entries.push(administration(pen, current, day, full && day === 3));
    }
  }
  return entries;
}
