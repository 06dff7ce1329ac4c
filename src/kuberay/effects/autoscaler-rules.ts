import { ownText } from "../../diagnostics/own-field.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";

/**
 * The autoscaler, a container of the head's pod. Sources: BuildAutoscalerContainer and setAutoscalerV2EnvVars in
 * common/pod.go, v0.4.0 to v1.7.0; Ray's autoscaler/_private/kuberay/autoscaling_config.py for what it reads of the
 * RayCluster while it runs.
 */
export const autoscalerRules: readonly FieldRule[] = Object.freeze([
  fieldRule("RayClusterSpec.enableInTreeAutoscaling", () => ({
    effect: "new-pods-only",
    reason:
      "The autoscaler runs in the head's pod, so it is added or removed with the next head pod.",
  })),
  fieldRule("RayClusterSpec.autoscalerOptions", withoutAutoscaler),
  fieldRule("RayClusterSpec.workerGroupSpecs[].idleTimeoutSeconds", withoutAutoscaler),
  fieldRule("RayClusterSpec.workerGroupSpecs[].priority", withoutAutoscaler),
  fieldRule("RayClusterSpec.workerGroupSpecs[].idleTimeoutSeconds", autoscalerReads),
  fieldRule("RayClusterSpec.workerGroupSpecs[].priority", autoscalerReads),
  fieldRule("RayClusterSpec.autoscalerOptions.idleTimeoutSeconds", autoscalerReads),
  fieldRule("RayClusterSpec.autoscalerOptions.upscalingMode", autoscalerReads),
  fieldRule("RayClusterSpec.autoscalerOptions.version", version),
  fieldRule("RayClusterSpec.autoscalerOptions", () => ({
    effect: "new-pods-only",
    reason: "The autoscaler runs in the head's pod, which stays as it is until it is recreated.",
  })),
]);

function withoutAutoscaler(
  _change: FieldChange,
  { before, after }: EffectContext,
): Consequence | undefined {
  if (before.cluster.autoscales || after.cluster.autoscales) return undefined;
  return { effect: "none", reason: "No autoscaler is running, so nothing reads this." };
}

/** It loads the RayCluster again and again, so that the operator does nothing about it. */
function autoscalerReads(): Consequence {
  return {
    effect: "none",
    reason: "The autoscaler reads this while it runs, and may start or stop pods because of it.",
  };
}

function version(_change: FieldChange, context: EffectContext): Consequence | undefined {
  const { before, after, release } = context;
  const [old, current] = [before, after].map((state) => heededVersion(state, release));
  if (old !== current) return undefined;
  return {
    effect: "none",
    reason: "Before KubeRay 1.7, version: v1 does nothing, and Ray decides.",
  };
}

function heededVersion(
  { cluster }: ClusterState,
  { heedsAutoscalerV1 }: EffectContext["release"],
): string | undefined {
  const given = ownText(cluster.autoscalerOptions, "version");
  return given === "v1" && !heedsAutoscalerV1 ? undefined : given;
}
