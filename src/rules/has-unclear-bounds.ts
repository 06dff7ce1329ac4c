import type { Cluster, WorkerGroup } from "../model/cluster.ts";

/**
 * Whether nobody knows how many workers are meant: a bound is missing or refused, or bounds contradict each other. What follows
 * from the numbers is no news then.
 */
export function hasUnclearBounds({ groups, nodeBounds }: Cluster): boolean {
  if (nodeBounds !== undefined) return !(nodeBounds.nNodes <= nodeBounds.maxNodes);
  return groups.some(isUnclear);
}

/** Whether bounds contradict each other. One that is missing or refused contradicts nothing. */
export function hasContradictoryBounds({ groups, nodeBounds }: Cluster): boolean {
  if (nodeBounds !== undefined) return nodeBounds.nNodes > nodeBounds.maxNodes;
  return groups.some(isContradictory);
}

function isUnclear({ bounds: { minimum, maximum }, startWorkers = minimum }: WorkerGroup): boolean {
  return !(minimum <= startWorkers && startWorkers <= maximum);
}

function isContradictory({ bounds: { minimum, maximum }, startWorkers }: WorkerGroup): boolean {
  const start = startWorkers ?? Number.NaN;
  return minimum > maximum || start < minimum || start > maximum;
}
