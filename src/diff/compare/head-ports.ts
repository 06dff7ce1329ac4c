import { ownList } from "../../diagnostics/own-field.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { Difference } from "./comparison.ts";
import type { DiffPath } from "./diff-path.ts";

/**
 * Whether a difference takes a port away from the head Service or moves one: the ports of the head's first container are the
 * Service's, and only where there are none does KubeRay fill in its own (getServicePorts in common/service.go).
 */
export function movesHeadPort(difference: Difference, old: ClusterView): boolean {
  const { path, before } = difference;
  if (isPortName(path)) return false;
  const { containersPath, containers } = old.head;
  const isBelowContainers = containersPath.every((step, index) => step === path[index]);
  const container = path[containersPath.length];
  if (!isBelowContainers || path[containersPath.length + 1] !== "ports") return false;
  const [first] = containers;
  if (first === undefined) return false;
  const isFirst = container === 0 || (typeof container === "object" && container.item === first[0]);
  if (!isFirst) return false;
  return before !== undefined || ownList(first[1], "ports").length === 0;
}

/** Whether a path leads to the name of a container's port. */
export function isPortName(path: DiffPath): boolean {
  return path.at(-1) === "name" && path.at(-3) === "ports" && path.includes("containers");
}
