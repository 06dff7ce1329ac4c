import { findBreaches } from "../kuberay/laws/find-breaches.ts";
import type { Law } from "../kuberay/laws/law.ts";
import { operatorLaws } from "../kuberay/laws/registry.ts";
import { rayLaws } from "../ray/laws/registry.ts";
import { checkManifestPods } from "./check-manifest-pods.ts";
import type { StoredManifest } from "./store-manifest.ts";
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
  return withoutEchoes(findings, { laws: breaches, pods: () => checkManifestPods(view, target) });
}

const NOTHING: StoredJudgment = Object.freeze({ laws: [], pods: () => [] });

const LAWS: readonly Law[] = Object.freeze([...operatorLaws, ...rayLaws]);
