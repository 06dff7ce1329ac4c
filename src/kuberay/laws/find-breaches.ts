import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Version } from "../version.ts";
import { isAtOrAfter } from "../version.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";

/**
 * The laws that a manifest breaks under a target, in their order. The manifest is one that the API server of the target
 * has stored: without the fields that it does not know.
 */
export function findBreaches(
  view: ManifestView,
  target: OperatorTarget,
  laws: readonly Law[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const law of laws) {
    if (!law.kinds.includes(view.kind) || !holds(law, target.kuberay)) continue;
    for (const breach of law.check(view, target)) findings.push(asFinding(breach, law));
  }
  return findings;
}

/** Whether a law holds of a release. */
export function holds({ since, until }: Law, kuberay: Version): boolean {
  if (!isAtOrAfter(kuberay, since)) return false;
  return until === undefined || !isAtOrAfter(kuberay, until);
}

function asFinding(breach: Breach, law: Law): Finding {
  const { path, target, message, hint, related = [] } = breach;
  const severity = breach.severity ?? law.severity;
  const consequence = breach.consequence ?? (severity === "error" ? refusal(law) : "");
  return {
    code: law.code,
    severity,
    document: "manifest",
    path,
    ...(target === undefined ? {} : { target }),
    message: consequence === "" ? message : `${message} ${consequence}`,
    hint,
    related: related.map((place) => ({ document: "manifest", ...place })),
  };
}

function refusal({ since }: Law): string {
  return `KubeRay ${shortName(since)} and later refuse that.`;
}

function shortName({ major, minor, patch }: Version): string {
  return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
