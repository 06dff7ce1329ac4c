import { ownList, ownObject } from "../diagnostics/own-field.ts";
import { KAI_FRACTIONS } from "../kuberay/kai.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { TemplatePlace } from "../model/counted-pod.ts";
import type { Salvaged } from "../model/resolved.ts";

/** An annotation that stands for a part of a GPU, and where it is set. */
export interface Fraction {
  readonly key: string;
  readonly place: TemplatePlace;
}

/** The first annotation of a node's pods by which they share a GPU. */
export function fractionOf(node: ClusterNode, { countedPods }: Salvaged): Fraction | undefined {
  const { accelerator, annotations, placement, path } = node;
  for (const key of KAI_FRACTIONS) {
    const place = countedPods?.get(node)?.placeOf(["metadata", "annotations", key]);
    if (place !== undefined) return { key, place };
    if (Object.hasOwn(annotations, key)) {
      return { key, place: { document: "request", path: [...path, "annotations", key] } };
    }
    const own = accelerator?.settings?.annotations;
    if (accelerator !== undefined && own != null && Object.hasOwn(own, key)) {
      const at = [...accelerator.settingsPath, "annotations", key];
      return { key, place: { document: "settings", path: at } };
    }
    if (Object.hasOwn(placement.annotations, key)) {
      const at = ["ray", `${placement.keyPrefix}_annotations`, key];
      return { key, place: { document: "settings", path: at } };
    }
  }
  return undefined;
}

/** Where a pod template makes a node's pods claim devices; undefined where none does. */
export function claimOf(node: ClusterNode, { countedPods }: Salvaged): TemplatePlace | undefined {
  const merged = countedPods?.get(node);
  if (merged === undefined) return undefined;
  const [ray] = ownList(merged.podSpec, "containers");
  if (ownList(ownObject(ray, "resources"), "claims").length === 0) return undefined;
  return merged.placeOf(["spec", "containers", 0, "resources", "claims"]);
}
