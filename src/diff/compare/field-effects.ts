import { groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import type { DiffPath } from "./diff-path.ts";
import type { Effect } from "./effects.ts";
import type { PathPattern } from "./path-pattern.ts";
import { isBelow, pathPattern } from "./path-pattern.ts";

/** What a change of a field does by itself, whatever the upgrade strategy says. */
export interface FieldEffect {
  readonly pattern: PathPattern;
  readonly effect: Effect;
  /** Why, as sentences, with autoscaling on or off in the new manifest. */
  readonly reason: (path: DiffPath, autoscales: boolean) => string;
}

const SERVICE_STAYS =
  "KubeRay makes the head Service once and leaves it as it is, so the change waits for a new one.";
const SCHEDULERS_READ = "Batch schedulers read this label when pods are made.";

/**
 * Effects by field. The first one that fits counts, so what is inside stands before what is around it. Sources: KubeRay's
 * raycluster_controller.go (reconcileHeadService, reconcilePods) and common/pod.go; Ray's kuberay/autoscaling_config.py for
 * what the autoscaler reads while it runs.
 */
const fieldEffects: readonly FieldEffect[] = Object.freeze([
  // The object itself
  entry("metadata.labels", "none", () => "Labels of the RayCluster do not reach its pods."),
  entry("metadata", "none", () => "KubeRay does nothing about it."),
  // How many pods there are
  entry("spec.workerGroupSpecs[].replicas", "scale", operatorScales),
  entry("spec.workerGroupSpecs[].minReplicas", "scale", operatorScales),
  entry("spec.workerGroupSpecs[].maxReplicas", "scale", operatorScales),
  entry("spec.workerGroupSpecs[].scaleStrategy", "scale", operatorScales),
  entry("spec.workerGroupSpecs[].numOfHosts", "scale", operatorScales),
  entry("spec.workerGroupSpecs[].suspend", "scale", suspension),
  entry("spec.workerGroupSpecs[].idleTimeoutSeconds", "scale", autoscalerReads),
  entry("spec.workerGroupSpecs[].priority", "scale", autoscalerReads),
  entry("spec.autoscalerOptions.idleTimeoutSeconds", "scale", autoscalerReads),
  entry("spec.autoscalerOptions.upscalingMode", "scale", autoscalerReads),
  entry("spec.suspend", "scale", () => "The operator deletes all pods, or makes them again."),
  // How the head is reached
  entry("spec.headGroupSpec.serviceType", "address", () => SERVICE_STAYS),
  entry("spec.headGroupSpec.headService", "address", () => SERVICE_STAYS),
  entry("spec.headServiceAnnotations", "address", () => SERVICE_STAYS),
  entry("spec.networkPolicy", "address", networkPolicy),
  entry("spec.headGroupSpec.enableIngress", "none", ingress),
  entry("spec.headGroupSpec.ingressOptions", "none", ingress),
  // What pods are made of
  entry("spec.headGroupSpec.replicas", "none", () => "There is one head, whatever this says."),
  entry("spec.headGroupSpec", "new-pods-only", podsStay),
  entry("spec.workerGroupSpecs[]", "new-pods-only", podsStay),
  entry("spec.enableInTreeAutoscaling", "new-pods-only", autoscaling),
  entry("spec.autoscalerOptions", "new-pods-only", autoscalerStays),
  // Who looks after the cluster
  entry("spec.upgradeStrategy", "none", () => "This decides what later changes of the spec do."),
  entry("spec", "new-pods-only", () => "Running pods stay as they were made."),
]);

/** What a change at a path does. */
export function fieldEffect(path: DiffPath): FieldEffect {
  return (
    metadataEffect(path) ??
    fieldEffects.find(({ pattern }) => isBelow(path, pattern)) ??
    entry("metadata", "none", () => "KubeRay does nothing about it.")
  );
}

/** Labels and annotations of the RayCluster that reach its pods, though only those that are made later. */
function metadataEffect(path: DiffPath): FieldEffect | undefined {
  const [root, map, key] = path;
  if (root !== "metadata" || typeof key !== "string") return undefined;
  if (map === "annotations" && key.startsWith("ray.io/")) {
    const reason = () => "KubeRay reads this annotation when it makes pods.";
    return entry("metadata.annotations", "new-pods-only", reason);
  }
  if (map !== "labels" || !SCHEDULER_LABEL.test(key)) return undefined;
  return entry("metadata.labels", "new-pods-only", () => SCHEDULERS_READ);
}

// KubeRay's own and those of Volcano, YuniKorn and Kueue.
const SCHEDULER_LABEL =
  /^(?:ray\.io|(?:\w+\.)?volcano\.sh|yunikorn\.apache\.org|kueue\.x-k8s\.io)\//;

function entry(pattern: string, effect: Effect, reason: FieldEffect["reason"]): FieldEffect {
  return Object.freeze({ pattern: pathPattern(pattern), effect, reason });
}

/** The group that a path leads into. */
export function groupOf(path: DiffPath): string {
  const [, field, step] = path;
  if (field === "headGroupSpec") return "the head group";
  const name = typeof step === "object" ? step.item : "";
  return groupTitle({ role: "worker", name });
}

/** With autoscaling on the operator deletes no pod by itself: reconcilePods, v0.6.0 and later. */
function operatorScales(path: DiffPath, autoscales: boolean): string {
  return autoscales
    ? `The operator adds pods to ${groupOf(path)} where there are too few; the autoscaler takes away what is too many.`
    : `The operator makes or deletes pods of ${groupOf(path)} until their number fits.`;
}

function suspension(path: DiffPath): string {
  return `The operator deletes the pods of ${groupOf(path)}, or makes them again.`;
}

function autoscalerReads(): string {
  return "The autoscaler reads this while it runs.";
}

function podsStay(path: DiffPath): string {
  return path[1] === "headGroupSpec"
    ? "The head's pod stays as it is until it is recreated."
    : `Running pods of ${groupOf(path)} stay as they are; new ones follow the new template.`;
}

function networkPolicy(): string {
  return "Who may connect to the cluster changes, provided that the feature gate of network policies is on.";
}

function ingress(): string {
  return "KubeRay makes the Ingress to the dashboard once; pods and the head Service stay.";
}

function autoscaling(): string {
  return "The autoscaler runs in the head's pod, so it comes or goes with the next one.";
}

function autoscalerStays(): string {
  return "The autoscaler runs in the head's pod, which stays as it is until it is recreated.";
}
