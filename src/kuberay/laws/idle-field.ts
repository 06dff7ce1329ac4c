import { ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { UserKey } from "../user-keys.ts";
import { userAnnotations, userLabels, whenRead } from "../user-keys.ts";
import { formatVersion } from "../version.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, gateOf, isFrom } from "./law.ts";

const SCHEDULER_LABEL = "ray.io/scheduler-name";

/**
 * Idle field
 *
 * No field stands where it does nothing: options of what is off, and fields that the operator no longer reads.
 *
 * See ray-operator/controllers/ray/common/ingress.go, v1.7.0; common/pod.go, v1.4.0 to v1.7.0; rayservice_controller.go,
 * v1.1.0 and v1.7.0; common/service.go, v1.7.0; rayjob_controller.go, v1.1.0 (getOrCreateRayClusterInstance); batchscheduler/schedulermanager.go, v1.2.2.
 */
export const idleField: Law = defineLaw({
  code: "idle-field",
  severity: "warning",
  *check(view, target) {
    if (view.cluster !== undefined) yield* clusterFields(view.cluster, target);
    yield* keys(view, target);
    yield* serviceFields(view, target);
    yield* jobFields(view, target);
  },
});

function* clusterFields(cluster: ClusterSpecView, target: OperatorTarget): Iterable<Breach> {
  const { head, path, spec, autoscales, autoscalerOptions, workers } = cluster;
  const hasIngress = ownField(head.data, "enableIngress") === true;
  if (!hasIngress && ownField(head.data, "ingressOptions") !== undefined) {
    yield {
      path: [...head.path, "ingressOptions"],
      target: "key",
      message: "ingressOptions does nothing without enableIngress.",
      hint: "Write enableIngress: true, or remove the options.",
    };
  }
  if (!autoscales) {
    if (ownField(spec, "autoscalerOptions") !== undefined) {
      yield {
        path: [...path, "autoscalerOptions"],
        target: "key",
        message: "autoscalerOptions does nothing while autoscaling is off.",
        hint: "Write enableInTreeAutoscaling: true, or remove the options.",
      };
    }
    for (const group of workers) {
      if (ownField(group.data, "idleTimeoutSeconds") === undefined) continue;
      yield {
        path: [...group.path, "idleTimeoutSeconds"],
        message: `The idle timeout of ${groupTitle(group)} does nothing while autoscaling is off.`,
        hint: "Write enableInTreeAutoscaling: true, or remove it.",
      };
    }
  } else if (
    ownField(autoscalerOptions, "version") === "v1" &&
    isFrom(target, "1.4") &&
    !isFrom(target, "1.7")
  ) {
    yield {
      path: [...path, "autoscalerOptions", "version"],
      message:
        "Before KubeRay 1.7, version: v1 does nothing: Ray decides, and Ray 2.47 and later use v2.",
      hint: 'Set RAY_enable_autoscaler_v2 to "0" in the head\'s first container instead.',
    };
  }
}

/** What KubeRay reads of a cluster, or of what makes one, in other releases only. Nothing is copied of a schedule. */
function* keys(
  { kind, labels, annotations }: ManifestView,
  target: OperatorTarget,
): Iterable<Breach> {
  if (kind === "RayCronJob") return;
  yield* unread("labels", labels, userLabels, target);
  yield* unread("annotations", annotations, userAnnotations, target);
}

function* unread(
  field: "labels" | "annotations",
  written: PlainObject,
  known: ReadonlyMap<string, UserKey>,
  { kuberay }: OperatorTarget,
): Iterable<Breach> {
  for (const [name, key] of known) {
    const when = whenRead(key, kuberay);
    if (when === undefined || ownField(written, name) === undefined) continue;
    const now =
      name === SCHEDULER_LABEL ? " Now the operator's flag --batch-scheduler decides." : "";
    yield {
      path: ["metadata", field, name],
      target: "key",
      message: `KubeRay ${formatVersion(kuberay)} does not read ${name}, which ${key.effect} ${when}.${now}`,
      hint: "Remove it.",
    };
  }
}

/**
 * The spec of a cluster beside a selected one. Before 1.1 the operator writes it, or its replicas, into the selected cluster;
 * before 1.7 the metadata of a job need its rayVersion.
 */
function* jobFields({ job }: ManifestView, target: OperatorTarget): Iterable<Breach> {
  if (job?.selectsCluster !== true || !isFrom(target, "1.1")) return;
  if (ownField(job.spec, "rayClusterSpec") === undefined) return;
  if (!isFrom(target, "1.7") && Object.keys(ownObject(job.spec, "metadata")).length > 0) return;
  yield {
    path: [...job.path, "rayClusterSpec"],
    target: "key",
    message: "rayClusterSpec does nothing: the job runs on the cluster of its clusterSelector.",
    hint: "Remove one of them.",
  };
}

function* serviceFields({ kind, spec }: ManifestView, target: OperatorTarget): Iterable<Breach> {
  if (kind !== "RayService" || !isFrom(target, "1.1")) return;
  for (const field of ["serviceUnhealthySecondThreshold", "deploymentUnhealthySecondThreshold"]) {
    if (ownField(spec, field) === undefined) continue;
    yield {
      path: ["spec", field],
      target: "key",
      message: `KubeRay 1.1 and later ignore ${field}.`,
      hint: "Remove it.",
    };
  }
  const strategy = ownObject(spec, "upgradeStrategy");
  const isIncremental = ownField(strategy, "type") === "NewClusterWithIncrementalUpgrade";
  if (!isIncremental && ownField(strategy, "clusterUpgradeOptions") !== undefined) {
    yield {
      path: ["spec", "upgradeStrategy", "clusterUpgradeOptions"],
      target: "key",
      message:
        "clusterUpgradeOptions does nothing without the type NewClusterWithIncrementalUpgrade.",
      hint: "Write that type, or remove the options.",
    };
  }
  const hasGateway = isIncremental && gateOf(target, "RayServiceIncrementalUpgrade").isOn;
  if (hasGateway && ownField(spec, "serveService") !== undefined) {
    yield {
      path: ["spec", "serveService"],
      target: "key",
      message:
        "serveService does nothing with the type NewClusterWithIncrementalUpgrade: each cluster has a Service of its own, and clients use the Gateway.",
      hint: "Remove it.",
    };
  }
}
