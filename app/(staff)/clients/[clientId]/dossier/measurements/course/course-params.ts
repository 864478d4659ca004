import { createLoader, createSerializer, parseAsString } from "nuqs/server";

/** Which measure's course is shown: a choice, nothing that was typed. */
export const courseParams = { measure: parseAsString };

export const loadCourseChoice = createLoader(courseParams);
export const courseAddress = createSerializer(courseParams);
