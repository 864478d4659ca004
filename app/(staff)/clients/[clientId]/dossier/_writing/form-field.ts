import type { Outputs } from "@/app/_trpc/outputs";

/** A part's form, empty or filled with the entry to correct, and what this person was writing in it before. */
export type Form = Outputs["entries"]["form"];

/** A field of it. */
export type FormField = Form["fields"][number];
