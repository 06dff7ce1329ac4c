import { formatVersion } from "../kuberay/version.ts";
import type { Resolved } from "../model/resolved.ts";
import { autoscalerOptions } from "./autoscaler-options.ts";
import { choosePin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import { addClusterOptions } from "./cluster-options.ts";
import type { Draft } from "./draft.ts";
import { headGroup } from "./head-group.ts";
import { faultToleranceAnnotations, markFaultTolerance } from "./legacy-fault-tolerance.ts";
import type { ObjectMetadata, RayClusterManifest, RayClusterSpec } from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Trace } from "./trace.ts";
import { byRule, filledBy, fromRequest, fromSettings } from "./trace.ts";
import { workerGroup } from "./worker-group.ts";

/** A sound request under sound settings -> the RayCluster for one KubeRay release. Fresh objects throughout. */
export function buildManifest(model: Resolved, trace?: Trace): RayClusterManifest {
  const pin = choosePin(model);
  const context: BuildContext = Object.assign({ pin, trace }, model);
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
  const faultTolerance = faultToleranceAnnotations(context);
  const annotations = sortedMap(
    faultTolerance === undefined
      ? context.annotations
      : { ...context.annotations, ...faultTolerance },
  );
  if (annotations !== undefined) {
    metadata.annotations = annotations;
    if (faultTolerance !== undefined) markFaultTolerance(annotations, context);
  }
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
  const { cluster, rayVersionText } = context;
  const { autoscaler, groups, scales } = cluster;
  const result: Draft<RayClusterSpec, Exclude<keyof RayClusterSpec, "headGroupSpec">> = {};
  if (rayVersionText !== undefined) result.rayVersion = rayVersionText;
  addClusterOptions(result, context);
  if (scales && autoscaler !== undefined) {
    result.enableInTreeAutoscaling = true;
    result.autoscalerOptions = autoscalerOptions(context, autoscaler);
  }
  const spec = Object.assign(result, { headGroupSpec: headGroup(context) });
  if (groups.length > 0) spec.workerGroupSpecs = groups.map((group) => workerGroup(context, group));
  return spec;
}
