import type { Diagnostic, Source } from "../diagnostics/diagnostic.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { report } from "../diagnostics/report.ts";
import type { DocumentInput } from "../model/document-input.ts";
import type { SimpleRayCluster } from "../model/request/cluster-config.ts";
import { examineRequest } from "../model/request/examine-request.ts";
import type { RayClusterRequest } from "../model/request/request.ts";
import { readSource } from "../yaml/read-source.ts";
import type { LocalPlan } from "./plan.ts";

/** The plan for a request that runs without Kubernetes, or everything that is wrong with the request. */
export type LocalPlanResult =
  | { readonly ok: true; readonly plan: LocalPlan; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A request whose `config` may be missing. */
export type LocalRequest = Omit<RayClusterRequest, "config"> & { readonly config?: unknown };

/**
 * Plans a request for one machine, without Kubernetes: `ray.init` without an address starts Ray where it is called, on
 * whatever that machine has. There is no manifest, settings are not asked for, and the request's `config` is ignored: it
 * may be missing, or wrong. All other fields are checked as `compile` checks them, since the same request is
 * meant to run on Kubernetes as well. The request is a plain object or a text, `{file, text}`. Never throws.
 */
export function localPlan<Request>(request: DocumentInput<LocalRequest, Request>): LocalPlanResult;
export function localPlan(request: unknown): LocalPlanResult {
  const read = withoutConfig(readSource(request, "request"));
  const { source, validated, findings } = examineRequest(request, read);
  const diagnostics = report(findings, [source]);
  if (!validated.ok || diagnostics.some(({ severity }) => severity === "error")) {
    return { ok: false, diagnostics };
  }
  const plan: LocalPlan = { ray_init: { log_to_driver: validated.value.forward_logs ?? true } };
  return { ok: true, plan, diagnostics };
}

/** Sound, so that validation finds nothing to say of it. */
const anyConfig: SimpleRayCluster = Object.freeze({
  n_nodes: 1,
  node_config: Object.freeze({ cpu: 1, memory_gb: 1 }),
});

function withoutConfig(source: Source): Source {
  const { data, findings } = source;
  if (!isPlainObject(data)) return source;
  return {
    ...source,
    data: { ...data, config: anyConfig },
    findings: findings.filter(({ path }) => path[0] !== "config"),
  };
}
