import type { Finding } from "../../diagnostics/diagnostic.ts";
import { showText } from "../../diagnostics/show.ts";
import type { ClusterNode, WorkerGroup } from "../../model/cluster.ts";
import type { Resolved } from "../../model/resolved.ts";
import type { RayManifest } from "../manifest.ts";
import { clusterSpecOf } from "../manifest.ts";
import type { MergedContainer, MergedPodTemplate, PodTemplate } from "../ray-cluster.ts";
import type { Trace } from "../trace.ts";
import { fromRequest } from "../trace.ts";
import { RAY_CONTAINERS } from "./pod-overlay.ts";

/**
 * Gives Ray's containers the names that the request has for them, once pod templates are merged, which know them as
 * `ray-head` and `ray-worker`. The manifest is fresh, so that it is changed in place.
 */
export function nameRayContainers(
  manifest: RayManifest,
  { cluster }: Pick<Resolved, "cluster">,
  trace: Trace | undefined,
): readonly Finding[] {
  const { head, groups: workers } = cluster;
  // Hardly any request has names.
  if (head.containerName === undefined && workers.every(isUnnamed)) return [];
  const spec = clusterSpecOf(manifest);
  if (spec === undefined) return [];
  const groups = (spec.workerGroupSpecs ?? []).map(({ template }, index) => ({
    template,
    node: workers[index]?.node,
  }));
  return [{ template: spec.headGroupSpec.template, node: head }, ...groups].flatMap(
    ({ template, node }) => (node === undefined ? [] : nameContainer(template, node, trace)),
  );
}

function isUnnamed({ node }: WorkerGroup): boolean {
  return node.containerName === undefined;
}

function nameContainer(
  { spec }: PodTemplate | MergedPodTemplate,
  { containerName: name, path, role }: ClusterNode,
  trace: Trace | undefined,
): readonly Finding[] {
  if (name === undefined) return [];
  const [ray, ...sidecars] = spec.containers;
  const others: readonly Pick<MergedContainer, "name">[] = [
    ...sidecars,
    ...(spec.initContainers ?? []),
  ];
  if (others.some((other) => other.name === name)) {
    const message = `Ray's container cannot be called ${showText(name)}: another container of the pod, which a pod template adds, has that name.`;
    const hint = `Pod templates call Ray's container ${RAY_CONTAINERS[role]}: write that there, or choose another name.`;
    const place = [...path, "container_name"];
    return [{ code: "container-name-taken", document: "request", path: place, message, hint }];
  }
  Object.assign(ray, { name });
  trace?.mark(ray, { name: fromRequest([...path, "container_name"]) });
  return [];
}
