import { apiFor } from "../../api/api-for.ts";
import { checkAgainstApi } from "../../api/check-against-api.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { noFeatureGates } from "../../kuberay/feature-gates.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import { nearestPlace } from "../../manifest/overlays/overlay-paths.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { ownerLaws } from "../../rules/owner-laws.ts";
import { checkManifestPods } from "../check-manifest-pods.ts";
import { newFindings } from "./new-findings.ts";
import type { OverlayApi } from "./overlay-api.ts";

/** What is wrong with a merged job or service, by the API, KubeRay and Kubernetes, and was not with the compiler's own. */
export function judgeMergedOwner(
  manifest: RayManifest,
  merged: PlainObject,
  { template, path: place }: PodOverlay,
  { kuberay }: OverlayApi,
): readonly Finding[] {
  const { apiVersion, kind, metadata } = manifest;
  const answer = apiFor({ kind, apiVersion, kuberayVersion: kuberay });
  const target = { kuberay, gates: noFeatureGates };
  const judge = (spec: object): readonly Finding[] => {
    // Plain data throughout; only its interfaces do not say so.
    const data: PlainObject = Object.assign(Object.create(null), {
      apiVersion,
      kind,
      metadata,
      spec: kind === "RayCronJob" ? { ...manifest.spec, jobTemplate: spec } : spec,
    });
    const view = viewManifest(data);
    const ofApi = answer.ok ? checkAgainstApi(data, answer.api) : [];
    if (view === undefined) return ofApi;
    const ofLaws = findBreaches(view, target, LAWS);
    const ofPods = checkManifestPods(view, {
      kuberay,
      kubernetesMinor: undefined,
      podSecurity: undefined,
    });
    return [...ofApi, ...ofLaws, ...ofPods];
  };
  const own = kind === "RayCronJob" ? manifest.spec.jobTemplate : manifest.spec;
  const depth = kind === "RayCronJob" ? 2 : 1;
  return newFindings<object>(judge, own, merged).map(({ related: _, path, ...finding }) => ({
    ...finding,
    document: "request",
    path: [...place, ...nearestPlace(template, path.slice(depth).map(String))],
  }));
}

/** Without those that judge the request already, what its templates say included. */
const LAWS: readonly Law[] = Object.freeze(operatorLaws.filter((law) => !ownerLaws.includes(law)));
