import { autoscalerOptions } from "./autoscaler-options.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { headGroup } from "./head-group.ts";
import type { ObjectMetadata, RayClusterManifest, RayClusterSpec } from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import { workerGroup } from "./worker-group.ts";

/** A sound request under sound settings -> the RayCluster for one KubeRay release. Fresh objects throughout. */
export function buildManifest(context: BuildContext): RayClusterManifest {
  return {
    apiVersion: context.release.apiVersion,
    kind: "RayCluster",
    metadata: objectMetadata(context),
    spec: spec(context),
  };
}

function objectMetadata({ request }: BuildContext): ObjectMetadata {
  const metadata: Draft<ObjectMetadata> & { name: string } = { name: request.name };
  if (request.namespace != null) metadata.namespace = request.namespace;
  const labels = sortedMap(request.labels);
  if (labels !== undefined) metadata.labels = labels;
  const annotations = sortedMap(request.annotations);
  if (annotations !== undefined) metadata.annotations = annotations;
  return metadata;
}

function spec(context: BuildContext): RayClusterSpec {
  const { cluster, request } = context;
  const { autoscaler, groups, scales } = cluster;
  const rayVersion = request.ray_version;
  const headGroupSpec = headGroup(context);
  const workerGroupSpecs = groups.map((group) => workerGroup(context, group));
  if (groups.length === 0) return { rayVersion, headGroupSpec };
  if (!scales || autoscaler === undefined) return { rayVersion, headGroupSpec, workerGroupSpecs };
  return {
    rayVersion,
    enableInTreeAutoscaling: true,
    autoscalerOptions: autoscalerOptions(context, autoscaler),
    headGroupSpec,
    workerGroupSpecs,
  };
}
