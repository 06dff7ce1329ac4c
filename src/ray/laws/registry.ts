import type { Law } from "../../kuberay/laws/law.ts";
import { autoscalerStart } from "./autoscaler-start.ts";
import { deviceEnvironment } from "./device-environment.ts";
import { devicesUnseen } from "./devices-unseen.ts";
import { imageFailsProbes } from "./image-fails-probes.ts";
import { memoryLimit } from "./memory-limit.ts";
import { resourcesQuoting } from "./resources-quoting.ts";
import { severalGpuKeys } from "./several-gpu-keys.ts";
import { startParameterCount } from "./start-parameter-count.ts";
import { startParameterName } from "./start-parameter-name.ts";
import { tpuSlice } from "./tpu-slice.ts";

/** Every law of Ray's for a manifest: what the operator takes, and Ray or its autoscaler makes something else of. */
export const rayLaws: readonly Law[] = Object.freeze([
  resourcesQuoting,
  memoryLimit,
  autoscalerStart,
  startParameterName,
  startParameterCount,
  imageFailsProbes,
  devicesUnseen,
  severalGpuKeys,
  deviceEnvironment,
  tpuSlice,
]);
