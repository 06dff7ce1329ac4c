import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import type { SettingsDraft } from "./import-settings.ts";

/** Allows requests to bring templates where this one brings one, and only there. Settings that were given stay as they are. */
export function allowTemplates(request: RequestDraft, settings: SettingsDraft | undefined): void {
  if (settings === undefined) return;
  if (hasTemplate(request)) settings.ray.request_pod_templates = true;
  else delete settings.ray.request_pod_templates;
}

const TEMPLATES = Object.freeze(["cluster_template", "job_template", "service_template"] as const);

function hasTemplate(request: RequestDraft): boolean {
  if (TEMPLATES.some((field) => request[field] !== undefined)) return true;
  const groups = memberOf(request.config, "scaling_groups");
  const workers = Array.isArray(groups) ? groups.map((each) => memberOf(each, "worker_nodes")) : [];
  const nodes = [memberOf(request.config, "head_node"), ...workers];
  return nodes.some((node) => memberOf(node, "pod_template") !== undefined);
}

function memberOf(value: unknown, key: string): unknown {
  return isPlainObject(value) ? value[key] : undefined;
}
