import { rules } from "./registry.ts";
import type { Rule } from "./rule.ts";
import type { Subject } from "./subjects.ts";

/** A law and its place in the registry. */
export interface PlacedLaw extends Pick<Rule, "code" | "check"> {
  readonly place: number;
}

/** The laws about one subject, or those that are always asked. */
export interface LawsOfSubject {
  readonly subject: Subject | undefined;
  readonly laws: readonly PlacedLaw[];
}

/** Every law of the registry once, so that a request without a subject passes its laws over with one test. */
export const lawsBySubject: readonly LawsOfSubject[] = lawsOf(rules);

function lawsOf(all: readonly Rule[]): readonly LawsOfSubject[] {
  const bySubject = new Map<Subject | undefined, PlacedLaw[]>();
  for (const [place, { about, code, check }] of all.entries()) {
    const laws = bySubject.get(about) ?? [];
    laws.push({ place, code, check });
    bySubject.set(about, laws);
  }
  // Not frozen: loops over frozen lists are slow, and these are looped over for every request.
  return [...bySubject].map(([subject, laws]) => ({ subject, laws }));
}
