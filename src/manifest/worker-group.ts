import type { WorkerGroup } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import { podTemplate } from "./pod-template.ts";
import type { WorkerGroupSpec } from "./ray-cluster.ts";
import { rayStartParams } from "./ray-start-params.ts";

/**
 * A worker group. `replicas` belongs to the autoscaler where there is one, and is left out for it from KubeRay 1.0 on
 * (kuberay#1443), lest applying the manifest again undo its work; older releases require the field.
 */
export function workerGroup(context: BuildContext, group: WorkerGroup): WorkerGroupSpec {
  const { cluster, release } = context;
  const { name: groupName, node, minWorkers: minReplicas, maxWorkers: maxReplicas } = group;
  const params = rayStartParams(context, node);
  const template = podTemplate(context, node);
  return cluster.scales && release.replicasAreOptional
    ? { groupName, minReplicas, maxReplicas, rayStartParams: params, template }
    : {
        groupName,
        replicas: minReplicas,
        minReplicas,
        maxReplicas,
        rayStartParams: params,
        template,
      };
}
