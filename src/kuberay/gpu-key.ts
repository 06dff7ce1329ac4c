import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/**
 * Whether KubeRay takes a resource key for one of GPUs: one that ends in `gpu`, and from 1.4 on a MIG slice of NVIDIA.
 * Source: ray-operator/controllers/ray/common/pod.go, v0.4.0 and v1.4.0; utils/resources.go, v1.5.0.
 */
export function isGpuKey(key: string, kuberay: Version): boolean {
  if (key.endsWith("gpu")) return true;
  return isAtLeast(kuberay, 1, 4) && /^nvidia\.com\/mig-\d{1,9}g\.\d{1,9}gb$/.test(key);
}
