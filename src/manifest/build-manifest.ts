import { formatVersion } from "../kuberay/version.ts";
import type { Resolved } from "../model/resolved.ts";
import { autoscalerOptions } from "./autoscaler-options.ts";
import { choosePin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { headGroup } from "./head-group.ts";
import type { ObjectMetadata, RayClusterManifest, RayClusterSpec } from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Trace } from "./trace.ts";
import { byRule, filledBy, fromRequest, fromSettings } from "./trace.ts";
import { workerGroup } from "./worker-group.ts";

/** A sound request under sound settings -> the RayCluster for one KubeRay release. Fresh objects throughout. */
export function buildManifest(model: Resolved, trace?: Trace): RayClusterManifest {
  const pin = choosePin(model.cluster.scales, model.rayVersion, model.release);
  const context: BuildContext = { ...model, pin, trace };
  const { apiVersion, since } = context.release;
  const manifest: RayClusterManifest = {
    apiVersion,
    kind: "RayCluster",
    metadata: objectMetadata(context),
    spec: spec(context),
  };
  context.trace?.mark(manifest, {
    apiVersion: fromSettings(
      ["kuberay_version"],
      `KubeRay ${formatVersion(since)} and later are given ${apiVersion}.`,
    ),
    kind: byRule("This is the kind of object that KubeRay makes clusters of."),
  });
  return manifest;
}

function objectMetadata(context: BuildContext): ObjectMetadata {
  const { namespace, trace } = context;
  const metadata: Draft<ObjectMetadata> & { name: string } = { name: context.name };
  if (namespace !== undefined) metadata.namespace = namespace;
  const labels = sortedMap(context.labels);
  if (labels !== undefined) metadata.labels = labels;
  const annotations = sortedMap(context.annotations);
  if (annotations !== undefined) metadata.annotations = annotations;
  trace?.mark(metadata, {
    name: fromRequest(["name"]),
    namespace: fromRequest(["namespace"]),
    labels: filledBy("request", ["labels"]),
    annotations: filledBy("request", ["annotations"]),
  });
  return metadata;
}

function spec(context: BuildContext): RayClusterSpec {
  const result = bareSpec(context);
  const { groups } = context.cluster;
  const scaling = groups.find(({ minWorkers, maxWorkers }) => maxWorkers > minWorkers);
  context.trace?.mark(result, {
    rayVersion: fromRequest(["ray_version"]),
    enableInTreeAutoscaling: fromRequest(
      scaling?.maxPath ?? ["config"],
      "Autoscaling is on because a group can scale.",
    ),
  });
  return result;
}

function bareSpec(context: BuildContext): RayClusterSpec {
  const { cluster, rayVersionText: rayVersion } = context;
  const { autoscaler, groups, scales } = cluster;
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
