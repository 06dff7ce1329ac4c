import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { Salvaged } from "../model/resolved.ts";
import { asksScheduler } from "./asks-scheduler.ts";
import { ownerBreaches } from "./owner-breaches.ts";
import { rules } from "./registry.ts";
import type { RuleFinding } from "./rule.ts";

/** What is refused already: by a finding, or because another finding explains it. */
export type RefusedPlace = Pick<Finding, "document" | "path"> & { readonly code?: DiagnosticCode };

/**
 * Runs every law over the model; one breach never hides another. A breach that rests on a value which is refused already
 * is no news: nobody knows what was meant there.
 */
export function runRules(
  model: Salvaged,
  refused: readonly RefusedPlace[] = [],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    const found = rule === undefined ? [] : rule.check(model);
    if (rule === undefined || found.length === 0) continue;
    const { code } = rule;
    for (const finding of withoutRefused(found, refused)) findings.push({ ...finding, code });
  }
  const { job, service } = model.options;
  // These laws are loaded only for jobs and services and for what asks a scheduler for something.
  const isOwned = job != null || service != null;
  const breaches = isOwned || asksScheduler(model) ? ownerBreaches(model) : [];
  return breaches.length === 0 ? findings : [...findings, ...withoutRefused(breaches, refused)];
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
