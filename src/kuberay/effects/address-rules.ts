import { ownList } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";

const SERVICE_STAYS =
  "KubeRay creates the head Service once and never changes it, so the change takes effect only with a new Service.";

/**
 * How the head is reached. Sources: reconcileHeadService and ingressNeedsUpdate in raycluster_controller.go;
 * HeadServiceLabels, BuildServiceForHeadPod and getServicePorts in common/service.go, v0.4.0 to v1.7.0.
 */
export const addressRules: readonly FieldRule[] = Object.freeze([
  fieldRule("RayClusterSpec.headGroupSpec.serviceType", serviceStays),
  fieldRule("RayClusterSpec.headGroupSpec.headService", serviceStays),
  fieldRule("RayClusterSpec.headServiceAnnotations", serviceStays),
  fieldRule("RayClusterSpec.headGroupSpec.enableIngress", ingress),
  fieldRule("RayClusterSpec.headGroupSpec.ingressOptions", ingress),
  fieldRule("RayClusterSpec.networkPolicy", () => ({
    effect: "none",
    reason:
      "KubeRay creates, changes or deletes a NetworkPolicy; pods and the head Service stay. If the network enforces the policy, clients that it does not allow are cut off, including drivers.",
  })),
  fieldRule("RayClusterSpec.headGroupSpec.template.metadata.labels", selectedLabel),
  fieldRule("RayClusterSpec.headGroupSpec.labels", selectedLabel),
  fieldRule("RayClusterSpec.headGroupSpec.template.spec.containers[].ports[].name", portName),
  fieldRule("RayClusterSpec.headGroupSpec.template.spec.containers[].ports", movedPort),
]);

function serviceStays(): Consequence {
  return { effect: "address", reason: SERVICE_STAYS, recreation: "instead" };
}

function ingress(_change: FieldChange, { release }: EffectContext): Consequence {
  return {
    effect: "none",
    reason: release.reconcilesIngress
      ? "KubeRay keeps the Ingress of the dashboard up to date, so its address can change at once; pods and the head Service stay."
      : "KubeRay creates the Ingress of the dashboard once; pods and the head Service stay.",
  };
}

const selectedLabels = Object.freeze([
  "app.kubernetes.io/name",
  "app.kubernetes.io/created-by",
  "ray.io/identifier",
]);
const overriddenLabels = Object.freeze(["ray.io/cluster", "ray.io/node-type"]);

/** The head Service selects pods by labels, the template's own among them. */
function selectedLabel(
  _change: FieldChange,
  { release }: EffectContext,
  [key]: Path,
): Consequence | undefined {
  const isSelected =
    typeof key === "string" &&
    (selectedLabels.includes(key) || (release.templateLabelsWin && overriddenLabels.includes(key)));
  if (!isSelected) return undefined;
  return {
    effect: "address",
    reason:
      "The head Service selects its pod by this label and is created only once, so it does not reach the next head pod until the Service is deleted.",
  };
}

function portName(): Consequence {
  return {
    effect: "none",
    reason:
      "Running pods and the head Service stay as they are. Pods and a head Service that are created later have the port under its new name.",
  };
}

/**
 * The ports of the head's first container are the Service's, and only where there are none does KubeRay fill in its own. A
 * port that is added to others moves none of them.
 */
function movedPort(
  { before, beforePath, afterPath }: FieldChange,
  context: EffectContext,
  [, field]: Path,
): Consequence | undefined {
  // The Service reads names and numbers alone.
  if (field === "hostIP" || field === "hostPort") return undefined;
  const step = context.before.cluster.path.length + CONTAINER_STEP;
  const index = beforePath[step] ?? afterPath[step];
  if (index !== 0) return undefined;
  const [first] = context.before.cluster.head.containers;
  if (before === undefined && ownList(first?.data, "ports").length > 0) return undefined;
  return {
    effect: "address",
    reason: "The head Service takes its ports from here when it is created.",
  };
}

/** headGroupSpec, template, spec, containers and then the container. */
const CONTAINER_STEP = 4;
