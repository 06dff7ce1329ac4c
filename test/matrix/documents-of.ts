import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import type { Option } from "./options.ts";

/** The documents with every chosen option in them. */
export function documentsOf(chosen: readonly Option[], ray: string | null) {
  const merged = (part: (option: Option) => PlainObject | undefined) =>
    chosen.reduce<PlainObject>((all, option) => merge(all, part(option) ?? {}), {});
  const autoscaler = merged((option) => option.autoscaler);
  const scales = chosen.some((option) => option.autoscaler !== undefined);
  const request = {
    name: "train",
    image: "train:1",
    ray_version: ray,
    ...merged((option) => option.request),
    config: {
      head_node: { cpu: 4, memory_gb: 16, ...merged((option) => option.head) },
      scaling_groups: [
        {
          worker_nodes: { cpu: 8, memory_gb: 32, ...merged((option) => option.node) },
          min_workers: 1,
          max_workers: scales ? 2 : 1,
          ...merged((option) => option.group),
        },
      ],
      ...merged((option) => option.config),
      ...(scales ? { autoscaler_config: { cpu: 1, memory_gb: 1, ...autoscaler } } : {}),
    },
  };
  return { request, settings: merged((option) => option.settings), scales };
}

function merge(left: PlainObject, right: PlainObject): PlainObject {
  const result: Record<string, PlainObject[string]> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = result[key];
    result[key] = isPlainObject(before) && isPlainObject(value) ? merge(before, value) : value;
  }
  return result;
}
