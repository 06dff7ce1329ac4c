import { servesV1Since } from "../kuberay/releases.ts";
import { formatVersion } from "../kuberay/version.ts";
import type { Resolved } from "../model/resolved.ts";
import { autoscalerOptions } from "./autoscaler-options.ts";
import type { BuildContext } from "./build-context.ts";
import { buildContext } from "./build-context.ts";
import { addClusterOptions } from "./cluster-options.ts";
import type { Draft } from "./draft.ts";
import { headGroup } from "./head-group.ts";
import { faultToleranceAnnotations, markFaultTolerance } from "./legacy-fault-tolerance.ts";
import type { RayManifest } from "./manifest.ts";
import { ownerBody } from "./owner-manifest.ts";
import type { ObjectMetadata, RayClusterSpec } from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Origin, Trace } from "./trace.ts";
import { byRule, filledBy, fromRequest, fromSettings } from "./trace.ts";
import { workerGroup } from "./worker-group.ts";

/**
 * A sound request under sound settings -> the object for one KubeRay release: a RayCluster, or a RayJob, a RayCronJob or a
 * RayService that makes one. Fresh objects throughout.
 */
export function buildManifest(model: Resolved, trace?: Trace): RayManifest {
  const context = buildContext(model, trace);
  const manifest = manifestOf(context);
  context.trace?.mark(manifest, {
    apiVersion: fromSettings(["kuberay_version"], reasonOf(manifest)),
    kind: kindOrigin(manifest),
  });
  return manifest;
}

function reasonOf({ apiVersion }: RayManifest): string {
  const since = formatVersion(servesV1Since);
  return apiVersion === "ray.io/v1"
    ? `KubeRay ${since} and later store the objects of ray.io/v1.`
    : `KubeRay before ${since} serves ${apiVersion} alone.`;
}

function manifestOf(context: BuildContext): RayManifest {
  const { apiVersion } = context.release;
  const metadata = objectMetadata(context);
  const owner = ownerBody(context, () => spec(context));
  if (owner === undefined) return { apiVersion, kind: "RayCluster", metadata, spec: spec(context) };
  // Only v1 has schedules; releases without v1 have none and refuse them by law.
  switch (owner.kind) {
    case "RayCronJob":
      return { apiVersion: "ray.io/v1", kind: owner.kind, metadata, spec: owner.spec };
    case "RayJob":
      return { apiVersion, kind: owner.kind, metadata, spec: owner.spec };
    case "RayService":
      return { apiVersion, kind: owner.kind, metadata, spec: owner.spec };
  }
}

function kindOrigin({ kind }: RayManifest): Origin {
  switch (kind) {
    case "RayCluster":
      return byRule("KubeRay creates clusters from this kind of object.");
    case "RayJob":
      return fromRequest(["job"], "A job makes a RayJob.");
    case "RayCronJob":
      return fromRequest(["job", "schedule"], "A job with a schedule makes a RayCronJob.");
    case "RayService":
      return fromRequest(["service"], "A service makes a RayService.");
  }
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
    enableInTreeAutoscaling:
      scaling === undefined
        ? fromRequest(["config", "autoscaling"])
        : fromRequest(scaling.maxPath, "Autoscaling is on because a group can scale."),
  });
  return result;
}

function bareSpec(context: BuildContext): RayClusterSpec {
  const { cluster, rayVersionText } = context;
  const { autoscaler, groups, scales } = cluster;
  const result: Draft<RayClusterSpec> = {};
  if (rayVersionText !== undefined) result.rayVersion = rayVersionText;
  addClusterOptions(result, context);
  if (scales && autoscaler !== undefined) {
    result.enableInTreeAutoscaling = true;
    result.autoscalerOptions = autoscalerOptions(context, autoscaler);
  }
  addHeadGroup(result, headGroup(context));
  if (groups.length > 0) {
    result.workerGroupSpecs = groups.map((group) => workerGroup(context, group));
  }
  return result;
}

function addHeadGroup(
  spec: Draft<RayClusterSpec>,
  group: RayClusterSpec["headGroupSpec"],
): asserts spec is Draft<RayClusterSpec> & Pick<RayClusterSpec, "headGroupSpec"> {
  spec.headGroupSpec = group;
}
