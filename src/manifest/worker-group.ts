import type { Path } from "../diagnostics/path.ts";
import type { WorkerGroup } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import { podTemplate } from "./pod-template.ts";
import type { WorkerGroupSpec } from "./ray-cluster.ts";
import { rayStartParams, startParamsOrigin } from "./ray-start-params.ts";
import type { Origin } from "./trace.ts";
import { byRule, fromRequest } from "./trace.ts";

/**
 * A worker group. `replicas` belongs to the autoscaler where there is one, and is left out for it from KubeRay 1.0 on
 * (kuberay#1443); older releases require the field, and take a manifest that is applied again at its word.
 */
export function workerGroup(context: BuildContext, group: WorkerGroup): WorkerGroupSpec {
  const { cluster, release, trace } = context;
  const { name: groupName, node, minWorkers: minReplicas, maxWorkers: maxReplicas } = group;
  const params = rayStartParams(context, node);
  const template = podTemplate(context, node);
  const result: WorkerGroupSpec =
    cluster.scales && release.replicasAreOptional
      ? { groupName, minReplicas, maxReplicas, rayStartParams: params, template }
      : {
          groupName,
          replicas: minReplicas,
          minReplicas,
          maxReplicas,
          rayStartParams: params,
          template,
        };
  trace?.mark(result, {
    groupName: byRule("Groups are named after their place in the request."),
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
  return result;
}

/** In the form for equal nodes the head is one of them, so that workers are one fewer. */
function boundOrigin({ cluster }: BuildContext, path: Path, reason?: string): Origin {
  const { nodeBounds } = cluster;
  return fromRequest(path, nodeBounds === undefined ? reason : "The nodes but for the head.");
}
