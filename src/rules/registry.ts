import { autoscalerMemoryLow } from "./autoscaler-memory-low.ts";
import { autoscalerRequired } from "./autoscaler-required.ts";
import { autoscalerUnused } from "./autoscaler-unused.ts";
import { fractionalCpu } from "./fractional-cpu.ts";
import { gpuResourceKeyNotGpus } from "./gpu-resource-key-not-gpus.ts";
import { gpuResourceKeyRequired } from "./gpu-resource-key-required.ts";
import { gpusUnsupported } from "./gpus-unsupported.ts";
import { groupWithoutWorkers } from "./group-without-workers.ts";
import { headServiceNameCut } from "./head-service-name-cut.ts";
import { imageRayTooOld } from "./image-ray-too-old.ts";
import { imageRayVersion } from "./image-ray-version.ts";
import { kuberayVersionUnknown } from "./kuberay-version-unknown.ts";
import { kuberayVersionUnsupported } from "./kuberay-version-unsupported.ts";
import { nodeBounds } from "./node-bounds.ts";
import { nodeMemoryLow } from "./node-memory-low.ts";
import { rayDisabled } from "./ray-disabled.ts";
import { rayManagementOff } from "./ray-management-off.ts";
import { rayTooOldForKuberay } from "./ray-too-old-for-kuberay.ts";
import { rayVersionAvoided } from "./ray-version-avoided.ts";
import { rayVersionUnsupported } from "./ray-version-unsupported.ts";
import type { Rule } from "./rule.ts";
import { serviceAccountNameCut } from "./service-account-name-cut.ts";
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
  serviceAccountNameCut,
  imageRayTooOld,
  groupWithoutWorkers,
  autoscalerUnused,
  nodeMemoryLow,
  autoscalerMemoryLow,
  fractionalCpu,
  rayTooOldForKuberay,
  rayVersionAvoided,
  imageRayVersion,
  kuberayVersionUnknown,
  rayManagementOff,
  headServiceNameCut,
]);
