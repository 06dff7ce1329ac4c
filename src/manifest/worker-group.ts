import type { Path } from "../diagnostics/path.ts";
import type { WorkerGroup } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { addPods } from "./group-pods.ts";
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
  const { name: groupName, node, minWorkers, startWorkers } = group;
  const { minimum: minReplicas, maximum: maxReplicas } = group.bounds;
  const isLeftOut = cluster.scales && release.replicasAreOptional && startWorkers === undefined;
  const bounds: Bounds = isLeftOut
    ? { groupName, minReplicas, maxReplicas }
    : {
        groupName,
        replicas: cluster.scales ? (startWorkers ?? minReplicas) : minWorkers,
        minReplicas,
        maxReplicas,
      };
  addGroupOptions(bounds, group, context);
  trace?.mark(bounds, {
    groupName:
      group.namePath === undefined
        ? byRule("Groups are named after their place in the request.")
        : fromRequest(group.namePath),
    replicas: boundOrigin(
      context,
      startWorkers === undefined ? group.minPath : [...group.path, "workers"],
      cluster.scales
        ? "A group starts with its minimum number of workers. When the manifest is applied again, it sets this number again, whatever the autoscaler has set."
        : "A group starts with its minimum number of workers.",
    ),
    minReplicas: boundOrigin(context, group.minPath),
    maxReplicas: boundOrigin(context, group.maxPath),
    rayStartParams: startParamsOrigin(),
  });
  addPods(bounds, rayStartParams(context, node, group.rayLabels), podTemplate(context, node));
  return bounds;
}

type Bounds = Draft<WorkerGroupSpec> &
  Pick<WorkerGroupSpec, "groupName" | "minReplicas" | "maxReplicas">;

/** What KubeRay has beside the bounds, as far as it is set. */
function addGroupOptions(result: Bounds, group: WorkerGroup, context: BuildContext): void {
  const { hosts, idleTimeoutSeconds, priority, suspend, path } = group;
  if (hosts !== 1 || saysOneHost(group, context)) result.numOfHosts = hosts;
  if (idleTimeoutSeconds !== undefined) result.idleTimeoutSeconds = idleTimeoutSeconds;
  if (priority !== 0) result.priority = priority;
  if (suspend) result.suspend = true;
  const labels = context.release.rayLabelsAreField ? sortedMap(group.rayLabels) : undefined;
  if (labels !== undefined) result.labels = labels;
  context.trace?.mark(result, {
    numOfHosts: hostsOrigin(group),
    idleTimeoutSeconds: fromRequest([...path, "idle_timeout_seconds"]),
    priority: fromRequest([...path, "priority"]),
    suspend: fromRequest([...path, "suspend"]),
    labels: filledBy("request", [...path, "ray_labels"]),
  });
}

/** GKE's webhook refuses a group with TPUs that leaves the number out (ai-on-gke/kuberay-tpu-webhook, main.go). */
function saysOneHost({ node }: WorkerGroup, { release }: BuildContext): boolean {
  return node.accelerator?.ray?.name === "TPU" && release.hasSeveralHosts;
}

function hostsOrigin({ hosts, hostsPath, node, path }: WorkerGroup): Origin {
  const { accelerator } = node;
  if (accelerator === undefined || hostsPath.at(-1) === "hosts") {
    return fromRequest([...path, "hosts"]);
  }
  return {
    inputs: [
      { document: "settings", path: [...accelerator.settingsPath, "hosts"] },
      { document: "request", path: hostsPath },
    ],
    ...(hosts === 1 ? { reason: "A group with TPUs sets how many hosts a slice has." } : {}),
  };
}

/** In the form for equal nodes the head is one of them, so that workers are one fewer. */
function boundOrigin({ cluster }: BuildContext, path: Path, reason?: string): Origin {
  const { nodeBounds } = cluster;
  return fromRequest(path, nodeBounds === undefined ? reason : "All nodes except the head.");
}
