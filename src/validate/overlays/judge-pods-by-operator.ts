import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { noFeatureGates } from "../../kuberay/feature-gates.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import type { Version } from "../../kuberay/version.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import type { MergedPod } from "../../manifest/overlays/merge-overlays.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { movedToOverlay, placesWithin } from "./judge-merged-pod.ts";
import { newFindings } from "./new-findings.ts";

/** A pod template that templates were merged over. */
export interface PlacedPod {
  readonly merged: MergedPod;
  /** The last one counts where no one overlay set a value. */
  readonly last: PodOverlay;
}

/**
 * What KubeRay refuses of pods that templates changed, and does not of the compiler's own.
 *
 * @param own the spec of the cluster before
 * @param pods the head's, then the workers'; undefined where nothing was merged
 * @param known what is found already: of one place nothing is told again
 */
export function judgePodsByOperator(
  manifest: RayManifest,
  own: PlainObject,
  pods: readonly (PlacedPod | undefined)[],
  kuberay: Version,
  known: readonly Finding[],
): readonly Finding[] {
  // Plain data throughout; only its interfaces do not say so.
  const merged: PlainObject = Object.assign(manifest);
  const path = viewManifest(merged)?.cluster?.path;
  if (path === undefined || pods.every((pod) => pod === undefined)) return [];
  const judge = (data: PlainObject): readonly Finding[] => {
    const view = viewManifest(data);
    const target = { kuberay, gates: noFeatureGates };
    return view === undefined ? [] : findBreaches(view, target, operatorLaws);
  };
  const told = new Set(known.map(placeOf));
  return newFindings(judge, replaced(merged, path, own), merged).flatMap((finding) => {
    const index = pods.findIndex((_pod, each) => isBelow(finding.path, templatePath(path, each)));
    const pod = pods[index];
    if (pod === undefined) return [];
    const within = placesWithin(pod.merged);
    const placed = movedToOverlay(finding, templatePath(path, index), pod.merged, within, pod.last);
    const place = placeOf(placed);
    const isTold = told.has(place);
    // One template may be that of several groups.
    told.add(place);
    return isTold ? [] : [placed];
  });
}

function placeOf({ document, path }: Finding): string {
  return JSON.stringify([document, path]);
}

/** Where the template of a node stands, the head's first. */
function templatePath(cluster: Path, index: number): Path {
  const group = index === 0 ? ["headGroupSpec"] : ["workerGroupSpecs", index - 1];
  return [...cluster, ...group, "template"];
}

function isBelow(path: Path, owner: Path): boolean {
  return owner.every((step, index) => path[index] === step);
}

/** A copy with another value at a path of keys. */
function replaced(data: PlainObject, path: Path, value: PlainObject): PlainObject {
  const [key, ...rest] = path.map(String);
  if (key === undefined) return value;
  const member: PlainData = data[key] ?? null;
  return { ...data, [key]: replaced(isObject(member) ? member : {}, rest, value) };
}
