import { agentFailsProbes } from "./agent-fails-probes.ts";
import { autoscalerCommand } from "./autoscaler-command.ts";
import { autoscalerPin } from "./autoscaler-pin.ts";
import { autoscalerSwitch } from "./autoscaler-switch.ts";
import { clusterName } from "./cluster-name.ts";
import { containers } from "./containers.ts";
import { contradictoryStatus } from "./contradictory-status.ts";
import { cronJob } from "./cron-job.ts";
import { dashboardOff } from "./dashboard-off.ts";
import { deletionStrategy } from "./deletion-strategy.ts";
import { deprecatedApiVersion } from "./deprecated-api-version.ts";
import { duplicateGroup } from "./duplicate-group.ts";
import { entrypoint } from "./entrypoint.ts";
import { faultTolerance } from "./fault-tolerance.ts";
import { gcsStorage } from "./gcs-storage.ts";
import { groupPriority } from "./group-priority.ts";
import { headPorts } from "./head-ports.ts";
import { historyServer } from "./history-server.ts";
import { idleField } from "./idle-field.ts";
import { idleTimeout } from "./idle-timeout.ts";
import { jobCluster } from "./job-cluster.ts";
import { jobLifetime } from "./job-lifetime.ts";
import { jobMetadata } from "./job-metadata.ts";
import { jobSuspension } from "./job-suspension.ts";
import { kubernetesTokens } from "./kubernetes-tokens.ts";
import { kueue } from "./kueue.ts";
import type { Law } from "./law.ts";
import { lingeringCluster } from "./lingering-cluster.ts";
import { managedElsewhere } from "./managed-elsewhere.ts";
import { networkPolicy } from "./network-policy.ts";
import { networkPolicyGroups } from "./network-policy-groups.ts";
import { networkPolicyObject } from "./network-policy-object.ts";
import { noHosts } from "./no-hosts.ts";
import { nodeLabels } from "./node-labels.ts";
import { ownerName } from "./owner-name.ts";
import { rayContainerFirst } from "./ray-container-first.ts";
import { replicaBounds } from "./replica-bounds.ts";
import { reservedGroupName } from "./reserved-group-name.ts";
import { resourcesParameter } from "./resources-parameter.ts";
import { resourcesTwice } from "./resources-twice.ts";
import { restartPolicy } from "./restart-policy.ts";
import { runtimeEnvironment } from "./runtime-environment.ts";
import { schedulingLabels } from "./scheduling-labels.ts";
import { serveConfig } from "./serve-config.ts";
import { servePort } from "./serve-port.ts";
import { serviceObject } from "./service-object.ts";
import { serviceSettings } from "./service-settings.ts";
import { serviceUpgrade } from "./service-upgrade.ts";
import { submissionMode } from "./submission-mode.ts";
import { submitterTemplate } from "./submitter-template.ts";
import { suspendedCluster } from "./suspended-cluster.ts";
import { suspendedGroup } from "./suspended-group.ts";
import { tlsOptions } from "./tls-options.ts";
import { tokenAuthentication } from "./token-authentication.ts";
import { upgradeStrategy } from "./upgrade-strategy.ts";

/**
 * Every law of the operator, for the manifest of its own kinds. First what it refuses, in the order of the releases that
 * brought it; then what it takes and is surely not meant.
 */
export const operatorLaws: readonly Law[] = Object.freeze([
  // A cluster that is refused
  containers,
  faultTolerance,
  suspendedGroup,
  contradictoryStatus,
  clusterName,
  autoscalerPin,
  restartPolicy,
  resourcesTwice,
  nodeLabels,
  autoscalerSwitch,
  tokenAuthentication,
  replicaBounds,
  idleTimeout,
  kubernetesTokens,
  upgradeStrategy,
  groupPriority,
  autoscalerCommand,
  gcsStorage,
  networkPolicy,
  networkPolicyGroups,
  tlsOptions,
  historyServer,
  // A job, a service or a schedule that is refused or never runs
  ownerName,
  jobCluster,
  jobSuspension,
  jobLifetime,
  submissionMode,
  submitterTemplate,
  entrypoint,
  runtimeEnvironment,
  deletionStrategy,
  serviceSettings,
  serviceUpgrade,
  serveConfig,
  servePort,
  cronJob,
  // A cluster that nobody makes
  suspendedCluster,
  managedElsewhere,
  serviceObject,
  headPorts,
  networkPolicyObject,
  agentFailsProbes,
  dashboardOff,
  // A cluster that is surely not meant so
  rayContainerFirst,
  duplicateGroup,
  reservedGroupName,
  noHosts,
  resourcesParameter,
  idleField,
  kueue,
  schedulingLabels,
  jobMetadata,
  lingeringCluster,
  deprecatedApiVersion,
]);
