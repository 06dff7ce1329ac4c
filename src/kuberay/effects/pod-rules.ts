import { isList, ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { probesByHttp } from "../http-probes.ts";
import { formatMinor } from "../version.ts";
import { changedGroupTitle } from "./changed-group.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule, wholeFieldRule } from "./field-rule.ts";

/**
 * What pods are made of. Running pods are not touched; the next ones follow the new template. What is inside stands before
 * what is around it. Source: reconcilePods in raycluster_controller.go and common/pod.go, v0.4.0 to v1.7.0.
 */
export const podRules: readonly FieldRule[] = Object.freeze([
  fieldRule("RayClusterSpec.rayVersion", rayVersion),
  fieldRule("RayClusterSpec.tlsOptions", tlsOptions),
  fieldRule("PodTemplateSpec.spec.containers[].ports[].name", () => ({
    effect: "none",
    reason: "Running pods stay as they are. New pods have the port under its new name.",
  })),
  wholeFieldRule("PodTemplateSpec.spec.containers", firstContainer),
  fieldRule("RayClusterSpec.headGroupSpec", () => ({
    effect: "new-pods-only",
    reason: "The head's pod stays as it is until it is recreated.",
  })),
  fieldRule("RayClusterSpec.workerGroupSpecs[]", (change, context) => ({
    effect: "new-pods-only",
    reason: `Running pods of ${changedGroupTitle(change, context)} stay as they are; new ones follow the new template.`,
  })),
]);

/** Pods are probed in another way from a Ray version on. */
function rayVersion({ before, after }: FieldChange, { release }: EffectContext): Consequence {
  const since = release.httpProbesSinceRay;
  const [old, current] = [before, after].map((value) => probesByHttp(value, release));
  if (since !== undefined && old !== current) {
    return {
      effect: "new-pods-only",
      reason: `New pods are probed in another way: from Ray ${formatMinor(since)} on by HTTP. Running pods stay as they are.`,
    };
  }
  return {
    effect: "none",
    reason: "This KubeRay release creates the same pods for both versions.",
  };
}

/** Nothing is encrypted unless `enabled` says so: common/tls.go, v1.7.0. */
function tlsOptions(_change: FieldChange, { before, after }: EffectContext): Consequence {
  const [old, current] = [before, after].map(isEncrypted);
  return old === current
    ? { effect: "none", reason: "Encryption between pods stays as before, on or off." }
    : {
        effect: "new-pods-only",
        reason:
          "Running pods keep their encryption setting, so new pods cannot communicate with them.",
      };
}

function isEncrypted({ cluster }: ClusterState): boolean {
  return ownField(ownField(cluster.spec, "tlsOptions"), "enabled") === true;
}

/** KubeRay starts Ray in the first container: RayContainerIndex in utils/constant.go, v1.0.0. */
function firstContainer({ before, after }: FieldChange): Consequence | undefined {
  const [old, current] = [before, after].map((names) => (isList(names) ? names[0] : undefined));
  if (typeof old !== "string" || typeof current !== "string" || old === current) return undefined;
  return {
    effect: "new-pods-only",
    reason: `KubeRay runs \`ray start\` in the first container. In new pods that is ${showText(current)} instead of ${showText(old)}; running pods stay as they are.`,
  };
}
