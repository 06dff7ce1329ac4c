import { newestKuberay } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion, isAtLeast } from "../../kuberay/version.ts";
import type { DiffPath } from "./diff-path.ts";
import type { PathPattern } from "./path-pattern.ts";
import { isBelow, pathPattern } from "./path-pattern.ts";
import { autoscalerOptions, headGroup, raySpec, workerGroup } from "./shapes/ray-cluster-shape.ts";
import type { ObjectShape } from "./shapes/shape.ts";

/** Which version of the API an object is written in, and for which KubeRay. */
export interface Target {
  readonly apiVersion: string;
  readonly kuberay: Version;
}

/** A field that not every release has. */
export interface FieldRelease {
  readonly pattern: PathPattern;
  readonly text: string;
  /** The first KubeRay release that has it. */
  readonly since: Version;
  /** Whether ray.io/v1 alone has it. */
  readonly isV1Only: boolean;
}

/** Fields by the release that brought them. Source: the CRDs of KubeRay 0.4.0 to 1.7.0. */
export const fieldReleases: readonly FieldRelease[] = Object.freeze([
  both("spec.headServiceAnnotations", 0, 5),
  both("spec.headGroupSpec.headService", 0, 5, 2),
  both("spec.autoscalerOptions.volumeMounts", 0, 5, 2),
  both("spec.suspend", 1, 1),
  v1("spec.workerGroupSpecs[].numOfHosts", 1, 1),
  v1("spec.managedBy", 1, 3),
  v1("spec.gcsFaultToleranceOptions", 1, 3),
  v1("spec.workerGroupSpecs[].idleTimeoutSeconds", 1, 3),
  v1("spec.workerGroupSpecs[].suspend", 1, 3),
  v1("spec.autoscalerOptions.version", 1, 4),
  v1("spec.headGroupSpec.labels", 1, 5),
  v1("spec.headGroupSpec.resources", 1, 5),
  v1("spec.workerGroupSpecs[].labels", 1, 5),
  v1("spec.workerGroupSpecs[].resources", 1, 5),
  v1("spec.authOptions", 1, 5, 1),
  v1("spec.authOptions.enableK8sTokenAuth", 1, 6),
  v1("spec.authOptions.secretName", 1, 6),
  v1("spec.upgradeStrategy", 1, 6),
  v1("spec.networkPolicy", 1, 7),
  v1("spec.tlsOptions", 1, 7),
  v1("spec.historyServerOptions", 1, 7),
  v1("spec.headGroupSpec.ingressOptions", 1, 7),
  v1("spec.workerGroupSpecs[].priority", 1, 7),
  v1("spec.autoscalerOptions.command", 1, 7),
  v1("spec.autoscalerOptions.args", 1, 7),
  v1("spec.gcsFaultToleranceOptions.backend", 1, 7),
  v1("spec.gcsFaultToleranceOptions.storage", 1, 7),
]);

/** Objects of which every field is known: what stands in none of them is dropped by every release. */
const closedShapes: readonly (readonly [PathPattern, ObjectShape])[] = Object.freeze([
  [pathPattern("spec"), raySpec],
  [pathPattern("spec.autoscalerOptions"), autoscalerOptions],
  [pathPattern("spec.headGroupSpec"), headGroup],
  [pathPattern("spec.workerGroupSpecs[]"), workerGroup],
]);

const topLevelFields = Object.freeze(["apiVersion", "kind", "metadata", "spec", "status"]);

/** Whether the API server of the target keeps a field like this. */
export function isKept(
  { since, isV1Only }: FieldRelease,
  { apiVersion, kuberay }: Target,
): boolean {
  if (isV1Only && apiVersion === "ray.io/v1alpha1") return false;
  return isAtLeast(kuberay, since.major, since.minor, since.patch);
}

/** Why the API server of the target drops the field at a path, as a clause; undefined where it keeps it. */
export function whyDropped(path: DiffPath, target: Target): string | undefined {
  const release = fieldReleases.find(
    (candidate) => isBelow(path, candidate.pattern) && !isKept(candidate, target),
  );
  if (release !== undefined) {
    const { kuberay } = target;
    const { major, minor, patch } = release.since;
    return isAtLeast(kuberay, major, minor, patch)
      ? `${target.apiVersion} has no field ${release.text}`
      : `KubeRay ${formatVersion(kuberay)} has no field ${release.text}, which came with ${formatVersion(release.since)}`;
  }
  const { major, minor } = newestKuberay;
  if (isAtLeast(target.kuberay, major, minor + 1) || !isUnheardOf(path)) return undefined;
  return `no KubeRay release up to ${major}.${minor} has this field`;
}

function isUnheardOf(path: DiffPath): boolean {
  const [first] = path;
  if (typeof first === "string" && !topLevelFields.includes(first)) return true;
  return closedShapes.some(([pattern, { fields }]) => {
    const key = isBelow(path, pattern) ? path[pattern.length] : undefined;
    return typeof key === "string" && !Object.hasOwn(fields, key);
  });
}

function both(text: string, major: number, minor: number, patch = 0): FieldRelease {
  return fieldRelease(text, { major, minor, patch }, false);
}

function v1(text: string, major: number, minor: number, patch = 0): FieldRelease {
  return fieldRelease(text, { major, minor, patch }, true);
}

function fieldRelease(text: string, since: Version, isV1Only: boolean): FieldRelease {
  return Object.freeze({ pattern: pathPattern(text), text, since, isV1Only });
}
