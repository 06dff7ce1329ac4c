import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Salvaged } from "../../model/resolved.ts";
import type { PodOverlay } from "./pod-overlay.ts";

/** Where a request has a partial RayCluster. */
export const CLUSTER_TEMPLATE: Path = Object.freeze(["cluster_template"]);

/** The partial RayCluster that is merged over the compiler's; undefined if there is none, or where the settings allow none. */
export function clusterOverlay({ options, settings }: Salvaged): PlainObject | undefined {
  return settings.ray.request_pod_templates ? filled(options.cluster_template) : undefined;
}

/** The fields of a request for partial specs of what makes the cluster. */
export type OwnerTemplateField = "job_template" | "service_template";

export const ownerTemplateFields: readonly OwnerTemplateField[] = Object.freeze([
  "job_template",
  "service_template",
]);

/** The partial spec of a job or a service; undefined if there is none, or where the settings allow none. */
export function ownerOverlay(
  { options, settings }: Salvaged,
  field: OwnerTemplateField,
): PodOverlay | undefined {
  const template = settings.ray.request_pod_templates ? filled(options[field]) : undefined;
  return template === undefined
    ? undefined
    : { document: "request", path: [field], template, audience: "both" };
}

function filled(template: PlainObject | null | undefined): PlainObject | undefined {
  return Object.keys(template ?? {}).length === 0 ? undefined : (template ?? undefined);
}
