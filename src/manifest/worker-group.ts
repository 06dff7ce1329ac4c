import type { Path } from "../diagnostics/path.ts";
import type { WorkerGroup } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { podTemplate } from "./pod-template.ts";
import type { WorkerGroupSpec } from "./ray-cluster.ts";
import { rayStartParams, startParamsOrigin } from "./ray-start-params.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Origin } from "./trace.ts";
import { byRule, filledBy, fromRequest } from "./trace.ts";

/**
 * A worker group. `replicas` belongs to the autoscaler where there is one, and is left out for it from KubeRay 1.0 on
 * (kuberay#1443); older releases require the field, and take a manifest that is applied again at its word.
 */
export function workerGroup(context: BuildContext, group: WorkerGroup): WorkerGroupSpec {
  const { cluster, release, trace } = context;
  const { name: groupName, node, minWorkers: minReplicas, maxWorkers: maxReplicas } = group;
  const bounds: Bounds =
    cluster.scales && release.replicasAreOptional
      ? { groupName, minReplicas, maxReplicas }
      : { groupName, replicas: minReplicas, minReplicas, maxReplicas };
  addGroupOptions(bounds, group, context);
  trace?.mark(bounds, {
    groupName:
      group.namePath === undefined
        ? byRule("Groups are named after their place in the request.")
        : fromRequest(group.namePath),
    replicas: boundOrigin(
      context,
      group.minPath,
      cluster.scales
        ? "A group starts with its fewest workers. Applied again, the manifest sets this number, whatever the autoscaler has made of it."
        : "A group starts with its fewest workers.",
    ),
    minReplicas: boundOrigin(context, group.minPath),
    maxReplicas: boundOrigin(context, group.maxPath),
    rayStartParams: startParamsOrigin(),
  });
  return Object.assign(bounds, {
    rayStartParams: rayStartParams(context, node, group.rayLabels),
    template: podTemplate(context, node),
  });
}

type Bounds = Draft<Omit<WorkerGroupSpec, "rayStartParams" | "template">> &
  Pick<WorkerGroupSpec, "groupName" | "minReplicas" | "maxReplicas">;

/** What KubeRay has beside the bounds, as far as it is set. */
function addGroupOptions(result: Bounds, group: WorkerGroup, context: BuildContext): void {
  const { hosts, idleTimeoutSeconds, priority, suspend, path } = group;
  if (hosts !== 1) result.numOfHosts = hosts;
  if (idleTimeoutSeconds !== undefined) result.idleTimeoutSeconds = idleTimeoutSeconds;
  if (priority !== 0) result.priority = priority;
  if (suspend) result.suspend = true;
  const labels = context.release.rayLabelsAreField ? sortedMap(group.rayLabels) : undefined;
  if (labels !== undefined) result.labels = labels;
  context.trace?.mark(result, {
    numOfHosts: fromRequest([...path, "hosts"]),
    idleTimeoutSeconds: fromRequest([...path, "idle_timeout_seconds"]),
    priority: fromRequest([...path, "priority"]),
    suspend: fromRequest([...path, "suspend"]),
    labels: filledBy("request", [...path, "ray_labels"]),
  });
}

/** In the form for equal nodes the head is one of them, so that workers are one fewer. */
function boundOrigin({ cluster }: BuildContext, path: Path, reason?: string): Origin {
  const { nodeBounds } = cluster;
  return fromRequest(path, nodeBounds === undefined ? reason : "The nodes but for the head.");
}
