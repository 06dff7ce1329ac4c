import type { FieldPath, FieldTrail } from "../api/field-path.ts";
import { parseFieldPath, stepsThrough } from "../api/field-path.ts";
import { ownField, ownText } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";

/** The label by which an object waits in a queue of Kueue. */
export const KUEUE_QUEUE = "kueue.x-k8s.io/queue-name";

/** Who writes fields of an object that its author wrote too. */
export type Writer = "autoscaler" | "kueue";

/** What the API server writes, by `Type.field`. Source: Kubernetes' API conventions. */
const serversFields: ReadonlySet<string> = new Set([
  "RayCluster.status",
  "RayJob.status",
  "RayService.status",
  "RayCronJob.status",
  "ServerObjectMeta.uid",
  "ServerObjectMeta.resourceVersion",
  "ServerObjectMeta.generation",
  "ServerObjectMeta.creationTimestamp",
  "ServerObjectMeta.deletionTimestamp",
  "ServerObjectMeta.deletionGracePeriodSeconds",
  "ServerObjectMeta.managedFields",
  "ServerObjectMeta.selfLink",
  "ObjectMeta.creationTimestamp",
  "Service.status",
]);

/** Whether the API server writes a field, so that it says nothing about what its author wants. */
export function isServersField(typeName: string, field: string): boolean {
  return serversFields.has(`${typeName}.${field}`);
}

/** The annotation in which `kubectl apply` keeps the manifest that it applied. */
export const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * Fields that others write, by the writer. Sources: Ray's autoscaler/_private/kuberay/node_provider.py; kueue's
 * pkg/podset/podset.go and pkg/controller/jobs/raycluster/raycluster_controller.go, v0.6.0 to v0.19.2.
 */
const writtenFields: Readonly<Record<Writer, readonly FieldPath[]>> = Object.freeze({
  autoscaler: fields(
    "RayClusterSpec.workerGroupSpecs[].replicas",
    "RayClusterSpec.workerGroupSpecs[].scaleStrategy",
  ),
  kueue: fields(
    "RayClusterSpec.suspend",
    "RayClusterSpec.managedBy",
    "RayJobSpec.suspend",
    "RayJobSpec.managedBy",
    "PodSpec.nodeSelector",
    "PodSpec.tolerations",
    "PodSpec.schedulingGates",
  ),
});

/** Labels and annotations that Kueue writes, on the object and on its pod templates. */
const KUEUES_KEY =
  /^kueue\.x-k8s\.io\/(?!(?:queue-name|priority-class|elastic-job|max-exec-time-seconds)$)/;
const keyedFields = fields(
  "ServerObjectMeta.labels",
  "ServerObjectMeta.annotations",
  "ObjectMeta.labels",
  "ObjectMeta.annotations",
);
const finalizers = fields("ServerObjectMeta.finalizers");

/** Whether one of the writers writes the field that a trail leads to or into; the key is the last step of the path. */
export function isWrittenBy(
  writer: Writer,
  trail: FieldTrail,
  key: Path[number] | undefined,
): boolean {
  if (leadsInto(trail, writtenFields[writer])) return true;
  return (
    writer === "kueue" &&
    typeof key === "string" &&
    KUEUES_KEY.test(key) &&
    leadsInto(trail, keyedFields)
  );
}

/** Whether an item of a list comes and goes by itself: the finalizers of KubeRay and of the API server. */
export function isWrittenItem(trail: FieldTrail, item: PlainData): boolean {
  return (
    typeof item === "string" &&
    leadsInto(trail, finalizers) &&
    (item.startsWith("ray.io/") || item === "foregroundDeletion" || item === "orphan")
  );
}

/** Whether an object waits in a queue of Kueue, which then writes its fields. */
export function isQueued(data: PlainObject): boolean {
  const labels = ownField(ownField(data, "metadata"), "labels");
  return (ownText(labels, KUEUE_QUEUE) ?? "") !== "";
}

function leadsInto(trail: FieldTrail, places: readonly FieldPath[]): boolean {
  return places.some((place) => stepsThrough(trail, place) !== undefined);
}

function fields(...texts: readonly string[]): readonly FieldPath[] {
  return Object.freeze(texts.flatMap((text) => parseFieldPath(text) ?? []));
}
