import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { Salvaged } from "../model/resolved.ts";
import { asksScheduler } from "./asks-scheduler.ts";
import type { PlacedLaw } from "./laws-by-subject.ts";
import { lawsBySubject } from "./laws-by-subject.ts";
import { ownerBreaches } from "./owner-breaches.ts";
import type { RuleFinding } from "./rule.ts";

/** What is refused already: by a finding, or because another finding explains it. */
export type RefusedPlace = Pick<Finding, "document" | "path"> & { readonly code?: DiagnosticCode };

/**
 * Runs every law over the model that can find something in it; one breach never hides another. A breach that rests on a
 * value which is refused already is no news: nobody knows what was meant there.
 */
export function runRules(
  model: Salvaged,
  refused: readonly RefusedPlace[] = [],
): readonly Finding[] {
  const breaches: Breach[] = [];
  for (const { subject, laws } of lawsBySubject) {
    if (subject === undefined || model.countedPods !== undefined || subject.isIn(model)) {
      askLaws(laws, model, breaches);
    }
  }
  const findings = breaches.length === 0 ? NOTHING : inOrder(breaches, refused);
  const { job, service } = model.options;
  // These laws are loaded only for jobs and services and for what asks a scheduler for something.
  const isOwned = job != null || service != null;
  const ofOwner = isOwned || asksScheduler(model) ? ownerBreaches(model) : NOTHING;
  return ofOwner.length === 0 ? findings : [...findings, ...withoutRefused(ofOwner, refused)];
}

const NOTHING: readonly Finding[] = Object.freeze([]);

/** A law and what it found. */
interface Breach {
  readonly law: PlacedLaw;
  readonly found: readonly RuleFinding[];
}

function askLaws(laws: readonly PlacedLaw[], model: Salvaged, breaches: Breach[]): void {
  for (const law of laws) {
    const found = law.check(model);
    if (found.length > 0) breaches.push({ law, found });
  }
}

/** Findings in the order of the registry. */
function inOrder(breaches: Breach[], refused: readonly RefusedPlace[]): readonly Finding[] {
  breaches.sort((left, right) => left.law.place - right.law.place);
  return breaches.flatMap(({ law, found }) => {
    const { code } = law;
    return withoutRefused(found, refused).map((finding) => ({ ...finding, code }));
  });
}

/** What is left of a law's findings without those that rest on a value which is refused already. */
export function withoutRefused<F extends RuleFinding>(
  findings: readonly F[],
  refused: readonly RefusedPlace[],
): readonly F[] {
  if (refused.length === 0) return findings;
  return findings.filter((finding) => !restsOnRefused(finding, refused));
}

function restsOnRefused(finding: RuleFinding, refused: readonly RefusedPlace[]): boolean {
  const places = [finding, ...(finding.related ?? [])];
  return refused.some(
    ({ code, document, path }) =>
      code !== "duplicate-key" &&
      places.some((place) => place.document === document && startsWith(place.path, path)),
  );
}

function startsWith(path: Path, start: Path): boolean {
  return start.length > 0 && start.every((step, index) => path[index] === step);
}
