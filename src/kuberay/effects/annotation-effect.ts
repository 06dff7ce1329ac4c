import { ownField, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { userAnnotations } from "../user-keys.ts";
import type { ClusterState, Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import { unreadReason } from "./unread-reason.ts";

/**
 * Annotations of the RayCluster, which do not reach its pods as such. Source: common/pod.go, common/service.go,
 * common/ingress.go and raycluster_controller.go in ray-operator/controllers/ray, v0.4.0 to v1.7.0.
 */
export function annotationEffect(
  _change: FieldChange,
  context: EffectContext,
  [key]: Path,
): Consequence {
  const unread = unreadReason("annotation", userAnnotations.get(String(key)), context);
  if (unread !== undefined) return none(unread);
  switch (key) {
    case "ray.io/overwrite-container-cmd":
    case "ray.io/ft-enabled":
      return newPods("KubeRay reads this annotation when it creates pods.");
    case "ray.io/external-storage-namespace":
      return readsStorageNamespace(context)
        ? newPods("KubeRay reads this annotation when it creates pods.")
        : none("KubeRay reads this annotation only for a cluster with ray.io/ft-enabled.");
    case "ray.io/enableAgentService":
      return {
        effect: "address",
        reason:
          "KubeRay creates the head Service once, with or without the port of the agents, and never changes it, so the change takes effect only with a new Service.",
      };
    case "ray.io/enable-serve-service":
      return none("KubeRay creates a Service for Ray Serve once; pods and the head Service stay.");
    case "ray.io/disable-provisioned-head-restart":
      return none("KubeRay reads this annotation when the head is lost; the pods that run stay.");
    case "ray.io/gcs-ft-deletion-timeout":
      return none("KubeRay reads this annotation when the cluster is deleted.");
    default:
      return isCopiedToIngress(context) ? none(COPIED) : none("KubeRay ignores the change.");
  }
}

const COPIED =
  "KubeRay copies the annotations of the RayCluster to its Ingress and keeps the Ingress up to date. Pods and the head Service stay.";

function readsStorageNamespace({ release, before, after }: EffectContext): boolean {
  return !release.readsStorageNamespaceOfFaultTolerant || [before, after].some(isFaultTolerant);
}

function isFaultTolerant({ view }: ClusterState): boolean {
  return (ownText(view.annotations, "ray.io/ft-enabled") ?? "").toLowerCase() === "true";
}

function isCopiedToIngress({ release, after }: EffectContext): boolean {
  return release.reconcilesIngress && ownField(after.cluster.head.data, "enableIngress") === true;
}

function newPods(reason: string): Consequence {
  return { effect: "new-pods-only", reason };
}

function none(reason: string): Consequence {
  return { effect: "none", reason };
}
