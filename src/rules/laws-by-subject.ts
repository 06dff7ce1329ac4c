import { rules } from "./registry.ts";
import type { Rule } from "./rule.ts";
import type { Subject } from "./subjects.ts";

/** A law and its place in the registry. */
export interface PlacedLaw {
  readonly place: number;
  readonly rule: Rule;
}

/** The laws about one subject, or those that are always asked. */
export interface LawsOfSubject {
  readonly subject: Subject | undefined;
  readonly laws: readonly PlacedLaw[];
}

const placedLaws = rules.map((rule, place): PlacedLaw => Object.freeze({ place, rule }));

/** Every law of the registry once, so that a request without a subject passes its laws over with one test. */
export const lawsBySubject: readonly LawsOfSubject[] = Object.freeze(
  [...new Set(rules.map(({ about }) => about))].map((subject) =>
    Object.freeze({
      subject,
      laws: Object.freeze(placedLaws.filter(({ rule }) => rule.about === subject)),
    }),
  ),
);
