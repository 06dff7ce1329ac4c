import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Salvaged } from "../../model/resolved.ts";

/** Where a request has a partial RayCluster. */
export const CLUSTER_TEMPLATE: Path = Object.freeze(["cluster_template"]);

/** The partial RayCluster that is merged over the compiler's; undefined where there is none, or where the settings allow none. */
export function clusterOverlay({ options, settings }: Salvaged): PlainObject | undefined {
  const template = options.cluster_template;
  if (template == null || !settings.ray.request_pod_templates) return undefined;
  return Object.keys(template).length === 0 ? undefined : template;
}
