import { acceleratorCount } from "./accelerator-count.ts";
import { acceleratorCountAlone } from "./accelerator-count-alone.ts";
import { acceleratorExtraResource } from "./accelerator-extra-resource.ts";
import { acceleratorHosts } from "./accelerator-hosts.ts";
import { acceleratorRayResource } from "./accelerator-ray-resource.ts";
import { acceleratorShares } from "./accelerator-shares.ts";
import { acceleratorUnknown } from "./accelerator-unknown.ts";
import { agentPortUnasked } from "./agent-port-unasked.ts";
import { authContradiction } from "./auth-contradiction.ts";
import { autoscalerContradiction } from "./autoscaler-contradiction.ts";
import { autoscalerMemoryLow } from "./autoscaler-memory-low.ts";
import { autoscalerRequired } from "./autoscaler-required.ts";
import { autoscalerUnused } from "./autoscaler-unused.ts";
import { clusterOverLimits } from "./cluster-over-limits.ts";
import { containerNameTaken } from "./container-name-taken.ts";
import { deviceVariable } from "./device-variable.ts";
import { devicesUntold } from "./devices-untold.ts";
import { featureGateNeeded } from "./feature-gate-needed.ts";
import { fractionBesideDevices } from "./fraction-beside-devices.ts";
import { fractionalCpu } from "./fractional-cpu.ts";
import { gcsStorageContradiction } from "./gcs-storage-contradiction.ts";
import { gpuResourceKeyNotGpus } from "./gpu-resource-key-not-gpus.ts";
import { gpuResourceKeyRequired } from "./gpu-resource-key-required.ts";
import { gpusBesideAccelerator } from "./gpus-beside-accelerator.ts";
import { gpusUnsupported } from "./gpus-unsupported.ts";
import { groupNameTaken } from "./group-name-taken.ts";
import { groupWithoutWorkers } from "./group-without-workers.ts";
import { headServiceNameCut } from "./head-service-name-cut.ts";
import { imageRayTooOld } from "./image-ray-too-old.ts";
import { imageRayVersion } from "./image-ray-version.ts";
import { jobAndService } from "./job-and-service.ts";
import { jobWithoutDeadline } from "./job-without-deadline.ts";
import { keyWithoutEffect } from "./key-without-effect.ts";
import { kuberayVersionUnknown } from "./kuberay-version-unknown.ts";
import { kuberayVersionUnsupported } from "./kuberay-version-unsupported.ts";
import { kueueAutoscaling } from "./kueue-autoscaling.ts";
import { mountPathTwice } from "./mount-path-twice.ts";
import { networkRulesContradiction } from "./network-rules-contradiction.ts";
import { nodeBounds } from "./node-bounds.ts";
import { nodeMemoryLow } from "./node-memory-low.ts";
import { ownedCluster } from "./owned-cluster.ts";
import { podFitsNoNode } from "./pod-fits-no-node.ts";
import { rayDisabled } from "./ray-disabled.ts";
import { rayManagementOff } from "./ray-management-off.ts";
import { rayReleaseRequired } from "./ray-release-required.ts";
import { rayTooOldForKuberay } from "./ray-too-old-for-kuberay.ts";
import { rayVersionAvoided } from "./ray-version-avoided.ts";
import { rayVersionMissing } from "./ray-version-missing.ts";
import { rayVersionUnsupported } from "./ray-version-unsupported.ts";
import { releaseRequired } from "./release-required.ts";
import { requestPodTemplatesOff } from "./request-pod-templates-off.ts";
import { requestsOverLimits } from "./requests-over-limits.ts";
import { reservedRayResource } from "./reserved-ray-resource.ts";
import { reservedVariable } from "./reserved-variable.ts";
import type { Rule } from "./rule.ts";
import { serviceAccountNameCut } from "./service-account-name-cut.ts";
import { startParameterRefused } from "./start-parameter-refused.ts";
import { tpuOnHead } from "./tpu-on-head.ts";
import { tpuSelectorMissing } from "./tpu-selector-missing.ts";
import { volumeNameTaken } from "./volume-name-taken.ts";
import { workerBounds } from "./worker-bounds.ts";

/**
 * Every law across fields and documents.
 * Order: what forbids the whole, what contradicts itself, what the deployment cannot do, then warnings. Reports are in
 * document order; this order decides only between findings at one place.
 */
export const rules: readonly Rule[] = Object.freeze([
  rayDisabled,
  kuberayVersionUnsupported,
  rayVersionUnsupported,
  workerBounds,
  nodeBounds,
  autoscalerRequired,
  gpusUnsupported,
  gpuResourceKeyRequired,
  gpuResourceKeyNotGpus,
  acceleratorUnknown,
  acceleratorCount,
  acceleratorCountAlone,
  gpusBesideAccelerator,
  acceleratorRayResource,
  acceleratorExtraResource,
  tpuSelectorMissing,
  acceleratorHosts,
  podFitsNoNode,
  clusterOverLimits,
  requestPodTemplatesOff,
  serviceAccountNameCut,
  imageRayTooOld,
  releaseRequired,
  rayReleaseRequired,
  requestsOverLimits,
  mountPathTwice,
  volumeNameTaken,
  containerNameTaken,
  reservedVariable,
  groupNameTaken,
  startParameterRefused,
  reservedRayResource,
  autoscalerContradiction,
  authContradiction,
  networkRulesContradiction,
  gcsStorageContradiction,
  jobAndService,
  ownedCluster,
  groupWithoutWorkers,
  autoscalerUnused,
  tpuOnHead,
  acceleratorShares,
  fractionBesideDevices,
  devicesUntold,
  deviceVariable,
  nodeMemoryLow,
  autoscalerMemoryLow,
  fractionalCpu,
  rayVersionMissing,
  rayTooOldForKuberay,
  rayVersionAvoided,
  agentPortUnasked,
  imageRayVersion,
  featureGateNeeded,
  keyWithoutEffect,
  kueueAutoscaling,
  jobWithoutDeadline,
  kuberayVersionUnknown,
  rayManagementOff,
  headServiceNameCut,
]);
