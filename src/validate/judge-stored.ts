import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { findBreaches } from "../kuberay/laws/find-breaches.ts";
import type { Law } from "../kuberay/laws/law.ts";
import { operatorLaws } from "../kuberay/laws/registry.ts";
import { rayLaws } from "../ray/laws/registry.ts";
import { checkManifestPods } from "./check-manifest-pods.ts";
import { emptySpec } from "./empty-spec.ts";
import type { StoredManifest } from "./store-manifest.ts";
import { isDrop } from "./store-manifest.ts";
import type { ValidationTarget } from "./validation-target.ts";
import type { StoredJudgment } from "./without-echoes.ts";
import { withoutEchoes } from "./without-echoes.ts";

/** What is wrong with a manifest of any of KubeRay's kinds besides what the API server said of it. One cause, one finding. */
export function judgeStored(
  { api, findings, view }: StoredManifest,
  target: ValidationTarget,
): StoredJudgment {
  if (api === undefined || view === undefined) return NOTHING;
  const breaches = findBreaches(view, target, LAWS);
  const empty = emptySpec(view);
  if (empty === undefined || findings.some((finding) => explains(finding, empty.path))) {
    return withoutEchoes(findings, { laws: breaches, pods: () => checkManifestPods(view, target) });
  }
  const laws = breaches.filter(({ path }) => !isWithin(path, empty.path));
  const isTold = findings.some(({ path }) => isWithin(path, empty.path));
  return { laws: isTold ? laws : [...laws, empty], pods: () => [] };
}

/** Whether a place is empty only because of what is wrong with a value on the way to it, or with a field that is dropped. */
function explains(finding: Finding, place: Path): boolean {
  const { path } = finding;
  return (path.length > 0 && isWithin(place, path)) || (isDrop(finding) && isWithin(path, place));
}

function isWithin(path: Path, place: Path): boolean {
  return place.every((step, index) => path[index] === step);
}

const NOTHING: StoredJudgment = Object.freeze({ laws: [], pods: () => [] });

const LAWS: readonly Law[] = Object.freeze([...operatorLaws, ...rayLaws]);
