import { ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { countOf } from "../quantity/whole-count.ts";
import { isGpuKey } from "./gpu-key.ts";
import type { Version } from "./version.ts";

/**
 * The GPUs that KubeRay tells Ray of where num-gpus is left out: the limit under the one key of GPUs. Undefined where there
 * is no such key, where there are several, and where the start parameter resources may keep KubeRay from looking.
 * Source: addWellKnownAcceleratorResources in ray-operator/controllers/ray/common/pod.go, v1.3.0.
 */
export function derivedGpus(
  params: PlainObject,
  limits: PlainObject,
  kuberay: Version,
): bigint | undefined {
  const text = ownText(params, "resources");
  if (text !== undefined && !/^'\{.*\}'$/.test(text)) return undefined;
  const keys = Object.keys(limits).filter((key) => isGpuKey(key, kuberay));
  const [key] = keys;
  if (key === undefined || keys.length > 1) return undefined;
  const count = countOf(ownField(limits, key));
  return count === undefined ? undefined : BigInt(count);
}
