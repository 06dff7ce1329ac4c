import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { HEAD_GROUP } from "../head-names.ts";
import type { ContainerView, VariableView } from "./container-view.ts";
import { findVariable, placedItems, viewContainers } from "./container-view.ts";

/** The spec of a RayCluster, or the one inside a RayJob, a RayService or a RayCronJob. Nothing is validated. */
export interface ClusterSpecView {
  /** Where the spec stands: `spec`, `spec.rayClusterSpec`, `spec.rayClusterConfig`, `spec.jobTemplate.rayClusterSpec`. */
  readonly path: Path;
  readonly spec: PlainObject;
  readonly autoscales: boolean;
  readonly autoscalerOptions: PlainObject;
  /** Empty where it is left out. */
  readonly rayVersion: string;
  readonly head: GroupSpecView;
  readonly workers: readonly GroupSpecView[];
}

/** The head group or a worker group. */
export interface GroupSpecView {
  readonly role: "head" | "worker";
  /** `headgroup`, as KubeRay calls it, or the name of a worker group; empty where it has none. */
  readonly name: string;
  readonly path: Path;
  readonly data: PlainData;
  readonly rayStartParams: PlainObject;
  readonly podPath: Path;
  readonly podSpec: PlainObject;
  /** The first one runs Ray. */
  readonly containers: readonly ContainerView[];
}

export function viewClusterSpec(spec: PlainObject, path: Path): ClusterSpecView {
  const groups = placedItems(ownList(spec, "workerGroupSpecs"), [...path, "workerGroupSpecs"]);
  return {
    path,
    spec,
    autoscales: ownField(spec, "enableInTreeAutoscaling") === true,
    autoscalerOptions: ownObject(spec, "autoscalerOptions"),
    rayVersion: ownText(spec, "rayVersion") ?? "",
    head: viewGroupSpec("head", ownObject(spec, "headGroupSpec"), [...path, "headGroupSpec"]),
    workers: groups.map((group) => viewGroupSpec("worker", group.data, group.path)),
  };
}

/** The head group, then the worker groups. */
export function groupsOf({ head, workers }: ClusterSpecView): readonly GroupSpecView[] {
  return [head, ...workers];
}

/** `the head group`, or `group "gpu"`: a group as a sentence names it. */
export function groupTitle({ role, name }: Pick<GroupSpecView, "role" | "name">): string {
  return role === "head" ? "the head group" : `group ${showText(name)}`;
}

/** The variable of that name in the container that runs Ray. */
export function rayVariable(group: GroupSpecView, name: string): VariableView | undefined {
  const [first] = group.containers;
  return first === undefined ? undefined : findVariable(first, name);
}

function viewGroupSpec(role: GroupSpecView["role"], data: PlainData, path: Path): GroupSpecView {
  const podPath = [...path, "template", "spec"];
  const podSpec = ownObject(ownObject(data, "template"), "spec");
  return {
    role,
    name: role === "head" ? HEAD_GROUP : (ownText(data, "groupName") ?? ""),
    path,
    data,
    rayStartParams: ownObject(data, "rayStartParams"),
    podPath,
    podSpec,
    containers: viewContainers(ownList(podSpec, "containers"), [...podPath, "containers"]),
  };
}

/** `"2.9.3"`, or `left out`: what a cluster says of its Ray, as a sentence has it. */
export function rayVersionWords({ rayVersion }: ClusterSpecView): string {
  return rayVersion === "" ? "left out" : showText(rayVersion);
}
