import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { hasMembers } from "../../diagnostics/plain-data.ts";
import type { Cluster, ClusterNode } from "../../model/cluster.ts";
import type { Salvaged } from "../../model/resolved.ts";
import { clusterOverlay, ownerOverlay, ownerTemplateFields } from "./cluster-overlay.ts";
import type { PodOverlay } from "./pod-overlay.ts";

/**
 * The pod templates that are merged over a node's pods, from the general to the special: those of the settings for all
 * pods, for its role and for its accelerator, then the request's own where the settings allow one.
 */
export function podOverlays(model: Salvaged, node: ClusterNode): readonly PodOverlay[] {
  const { ray } = model.settings;
  const { accelerator, podTemplate, role } = node;
  const overlays: PodOverlay[] = [];
  const add = (
    template: PlainObject | null | undefined,
    document: PodOverlay["document"],
    audience: PodOverlay["audience"],
    path: Path,
  ): void => {
    if (template != null && hasMembers(template)) {
      overlays.push({ document, path, template, audience });
    }
  };
  add(ray.pod_template, "settings", "both", ["ray", "pod_template"]);
  if (role === "head") add(ray.head_pod_template, "settings", role, ["ray", "head_pod_template"]);
  else add(ray.worker_pod_template, "settings", role, ["ray", "worker_pod_template"]);
  if (accelerator !== undefined) {
    const path = ["ray", "accelerators", accelerator.name, "pod_template"];
    add(accelerator.settings?.pod_template, "settings", "both", path);
  }
  if (ray.request_pod_templates) {
    const isShared = model.cluster?.nodeBounds !== undefined;
    add(podTemplate, "request", isShared ? "both" : role, [...node.path, "pod_template"]);
  }
  return overlays;
}

/** Whether any node has one, or the cluster as a whole. */
export function hasOverlays(model: Salvaged): boolean {
  const { cluster } = model;
  if (cluster === undefined || !canHaveOverlays(model, cluster)) return false;
  if (clusterOverlay(model) !== undefined) return true;
  if (ownerTemplateFields.some((field) => ownerOverlay(model, field) !== undefined)) return true;
  if (podOverlays(model, cluster.head).length > 0) return true;
  return cluster.groups.some(({ node }) => podOverlays(model, node).length > 0);
}

/** Whether anything stands where a template can stand, which is seen at once. */
function canHaveOverlays({ settings: { ray } }: Salvaged, { head, groups }: Cluster): boolean {
  return (
    ray.request_pod_templates ||
    ray.pod_template !== undefined ||
    ray.head_pod_template !== undefined ||
    ray.worker_pod_template !== undefined ||
    head.accelerator !== undefined ||
    groups.some(({ node }) => node.accelerator !== undefined)
  );
}
