import type { BuiltContainer } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";

/** Whether KubeRay takes mounts without a volume out of a container, instead of leaving them to be refused. */
export function dropsMounts(pod: BuiltPod, container: BuiltContainer): boolean {
  if (!pod.additions.dropsMountsWithoutVolume || container.isOperators) return false;
  return container.runsRay || container === pod.firstInit;
}
