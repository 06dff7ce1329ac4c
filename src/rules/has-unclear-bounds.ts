import type { Cluster, WorkerGroup } from "../model/cluster.ts";

/**
 * Whether nobody knows how many workers are meant: a bound is missing or refused, or bounds contradict each other. What follows
 * from the numbers is no news then.
 */
export function hasUnclearBounds({ groups, nodeBounds }: Cluster): boolean {
  if (nodeBounds !== undefined) return !(nodeBounds.nNodes <= nodeBounds.maxNodes);
  return groups.some(isUnclear);
}

function isUnclear({ bounds: { minimum, maximum }, startWorkers = minimum }: WorkerGroup): boolean {
  return !(minimum <= startWorkers && startWorkers <= maximum);
}
