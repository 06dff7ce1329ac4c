import type { RefusalCode } from "./registry.ts";

/** Each rule as a sentence that holds for a manifest that nobody refuses, in the order of the rules. */
export const refusalSummaries: Readonly<Record<RefusalCode, string>> = Object.freeze({
  "api-version": "The API version is one that the target KubeRay serves.",
  containers: "The head and every worker group have a container.",
  "fault-tolerance":
    "GCS fault tolerance is set up by spec.gcsFaultToleranceOptions, or by annotation and environment, not by both.",
  "suspended-group": "No worker group is suspended while autoscaling is on.",
  "cluster-name": "A RayCluster's name is a DNS-1035 label of at most 53 characters.",
  "autoscaler-pin":
    "The autoscaler's version is pinned by the field or by the head's environment, not by both.",
  "restart-policy": "Under autoscaler v2 the restart policy of every pod is Never or left out.",
  "resources-twice":
    "What a group offers to Ray is said by rayStartParams or by the group's resources, not by both.",
  "node-labels":
    "Labels of Ray nodes stand in a group's labels, as Kubernetes writes labels, and not in rayStartParams.",
  "autoscaler-switch":
    "The head's environment switches autoscaler v2 on only where autoscaling is on.",
  "token-authentication": "Authentication by token needs Ray 2.52 or later.",
  "worker-bounds": "In every worker group 0 <= minReplicas <= maxReplicas.",
  "idle-timeout":
    "No idle timeout is negative, and a group has one of its own only under autoscaler v2.",
  "kubernetes-tokens":
    "authOptions.enableK8sTokenAuth needs the mode token, Ray 2.55 or later, and no secretName.",
  "upgrade-strategy": "upgradeStrategy.type is Recreate or None.",
  "group-priority": "A group's priority needs Ray 2.56 or later and autoscaler v2.",
  "autoscaler-command": "autoscalerOptions.env leaves KubeRay's own variable alone.",
  "network-policy-groups":
    "Where there is a network policy, the name of every worker group is a DNS-1123 label.",
});
