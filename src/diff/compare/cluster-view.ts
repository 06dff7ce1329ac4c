import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { DiffPath } from "./diff-path.ts";
import { nameItems } from "./name-items.ts";
import { podContainers } from "./shapes/pod-shape.ts";
import { workerGroups } from "./shapes/ray-cluster-shape.ts";

/** A RayCluster of any origin, by the parts that decide what KubeRay does with it. Nothing is validated. */
export interface ClusterView {
  readonly apiVersion: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly annotations: PlainObject;
  readonly spec: PlainObject;
  readonly autoscales: boolean;
  readonly autoscalerOptions: PlainObject;
  readonly rayVersion: string;
  readonly head: GroupView;
  readonly workers: readonly GroupView[];
}

export interface GroupView {
  /** `headgroup`, as KubeRay calls it, or the name of a worker group. */
  readonly name: string;
  readonly role: "head" | "worker";
  readonly path: DiffPath;
  readonly data: PlainData;
  readonly rayStartParams: PlainObject;
  readonly podSpec: PlainObject;
  /** Where the containers stand; the first one runs Ray. */
  readonly containersPath: DiffPath;
  readonly containers: ReadonlyMap<string, PlainData>;
}

export function viewCluster(data: PlainObject): ClusterView {
  const metadata = ownObject(data, "metadata");
  const spec = ownObject(data, "spec");
  const headPath = ["spec", "headGroupSpec"];
  const workers = nameItems(ownList(spec, "workerGroupSpecs"), workerGroups);
  return {
    apiVersion: ownText(data, "apiVersion") ?? "",
    name: ownText(metadata, "name") ?? "",
    namespace: ownText(metadata, "namespace"),
    annotations: ownObject(metadata, "annotations"),
    spec,
    autoscales: ownField(spec, "enableInTreeAutoscaling") === true,
    autoscalerOptions: ownObject(spec, "autoscalerOptions"),
    rayVersion: ownText(spec, "rayVersion") ?? "",
    head: viewGroup("headgroup", "head", headPath, ownObject(spec, "headGroupSpec")),
    workers: [...workers].map(([name, group]) =>
      viewGroup(name, "worker", ["spec", "workerGroupSpecs", { item: name }], group),
    ),
  };
}

function viewGroup(
  name: string,
  role: GroupView["role"],
  path: DiffPath,
  data: PlainData,
): GroupView {
  const podSpec = ownObject(ownObject(data, "template"), "spec");
  return {
    name,
    role,
    path,
    data,
    rayStartParams: ownObject(data, "rayStartParams"),
    podSpec,
    containersPath: [...path, "template", "spec", "containers"],
    containers: nameItems(ownList(podSpec, "containers"), podContainers),
  };
}
