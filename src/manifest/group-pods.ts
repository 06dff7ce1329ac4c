import type { TextMap } from "../diagnostics/plain-data.ts";
import type { Draft } from "./draft.ts";
import type { HeadGroupSpec, PodTemplate } from "./ray-cluster.ts";

type GroupPods = Pick<HeadGroupSpec, "rayStartParams" | "template">;

/** Completes the group of the head or one of workers, in the order of its keys. */
export function addPods<Group extends Draft<GroupPods>>(
  group: Group,
  rayStartParams: TextMap,
  template: PodTemplate,
): asserts group is Group & GroupPods {
  group.rayStartParams = rayStartParams;
  group.template = template;
}
