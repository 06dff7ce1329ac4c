import { apiVersion } from "./api-version.ts";
import { autoscalerCommand } from "./autoscaler-command.ts";
import { autoscalerPin } from "./autoscaler-pin.ts";
import { autoscalerSwitch } from "./autoscaler-switch.ts";
import { clusterName } from "./cluster-name.ts";
import { containers } from "./containers.ts";
import { faultTolerance } from "./fault-tolerance.ts";
import { groupPriority } from "./group-priority.ts";
import { idleTimeout } from "./idle-timeout.ts";
import { kubernetesTokens } from "./kubernetes-tokens.ts";
import { networkPolicyGroups } from "./network-policy-groups.ts";
import { nodeLabels } from "./node-labels.ts";
import { resourcesTwice } from "./resources-twice.ts";
import { restartPolicy } from "./restart-policy.ts";
import { suspendedGroup } from "./suspended-group.ts";
import { tokenAuthentication } from "./token-authentication.ts";
import { upgradeStrategy } from "./upgrade-strategy.ts";
import { workerBounds } from "./worker-bounds.ts";

/**
 * What is refused by the manifest alone, in the order of the releases that brought it. Left out is what depends
 * on how the operator is run (feature gates), on who owns the object (RayJob, RayService) and on its status.
 */
export const refusalRules = Object.freeze([
  apiVersion,
  // 1.3
  containers,
  faultTolerance,
  suspendedGroup,
  // 1.4
  clusterName,
  autoscalerPin,
  restartPolicy,
  // 1.5
  resourcesTwice,
  nodeLabels,
  autoscalerSwitch,
  tokenAuthentication,
  // 1.6
  workerBounds,
  idleTimeout,
  kubernetesTokens,
  upgradeStrategy,
  // 1.7
  groupPriority,
  autoscalerCommand,
  networkPolicyGroups,
]);

export type RefusalCode = (typeof refusalRules)[number]["code"];
