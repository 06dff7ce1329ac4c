import * as z from "zod";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { isSimple } from "./cluster.ts";
import * as field from "./fields.ts";
import { dns1123SubdomainProblem } from "./identifiers/dns-subdomain.ts";
import type { RayClusterConfig, RayNodeConfig, SimpleRayCluster } from "./request.ts";
import { requestFields } from "./request-schema.ts";
import type { DeploymentSettings } from "./settings.ts";

/**
 * What is left of documents that validation refused, so that the laws across fields can still be checked and all
 * mistakes come back at once. A number that is wrong or missing is NaN: no comparison with it holds, so no law speaks
 * of it a second time. Text that is wrong is undefined or empty; a list or object that is wrong is left out.
 */
export interface SalvagedRequest {
  readonly name: string;
  readonly image: string;
  readonly ray_version: string;
  readonly config: RayClusterConfig | SimpleRayCluster | undefined;
}

export function salvageRequest(data: unknown): SalvagedRequest {
  return { ...names.parse(data), config: salvageConfig(data) };
}

function salvageConfig(data: unknown): SalvagedRequest["config"] {
  const config = isPlainObject(data) ? data.config : undefined;
  if (!isPlainObject(config)) return undefined;
  return isSimple(config) ? simple.parse(config) : full.parse(config);
}

/** The settings with every wrong value left out; `supports_gpus` counts as true where it is wrong. */
export function salvageSettings(data: unknown): DeploymentSettings {
  return salvagedSettings.parse(data);
}

const nothing: RayNodeConfig = { cpu: Number.NaN, memory_gb: Number.NaN, gpu_count: Number.NaN };

const node: z.ZodType<RayNodeConfig> = z
  .object({
    cpu: field.cpu.catch(Number.NaN),
    memory_gb: field.memoryGb.catch(Number.NaN),
    gpu_count: field.gpuCount.nullish().catch(Number.NaN),
  })
  .catch(nothing);

const autoscaler = z
  .object({ cpu: field.cpu.catch(Number.NaN), memory_gb: field.memoryGb.catch(Number.NaN) })
  .nullish()
  // Something stands there: the law that wants an autoscaler must not ask for it again.
  .catch({ cpu: Number.NaN, memory_gb: Number.NaN });

const unknownGroup = {
  worker_nodes: nothing,
  min_workers: Number.NaN,
  max_workers: Number.NaN,
};

const group = z
  .object({
    worker_nodes: node,
    min_workers: field.replicaCount.catch(Number.NaN),
    max_workers: field.replicaCount.catch(Number.NaN),
  })
  .catch(unknownGroup);

const simple = z.object({
  n_nodes: field.nodeCount.catch(Number.NaN),
  node_config: node,
  max_nodes: field.nodeCount.nullish().catch(Number.NaN),
  autoscaler_config: autoscaler,
});

const full = z.object({
  head_node: node,
  scaling_groups: z.array(group).nullish().catch([unknownGroup]),
  autoscaler_config: autoscaler,
});

const names = z
  .object({
    name: requestFields.name.catch(""),
    image: requestFields.image.catch(""),
    ray_version: z.string().catch(""),
  })
  .catch({ name: "", image: "", ray_version: "" });

const text = z.string().nullish().catch(undefined);

const account = z
  .string()
  .refine((name) => dns1123SubdomainProblem(name) === undefined)
  .nullish()
  .catch(undefined);

const salvagedSettings: z.ZodType<DeploymentSettings> = z
  .object({
    kuberay_version: text,
    ray: z
      .object({
        enabled: z.boolean().nullish().catch(undefined),
        supports_gpus: z.boolean().nullish().catch(true),
        gpu_resource_request_key: z.string().nullish().catch(""),
      })
      .nullish()
      .catch({ supports_gpus: true, gpu_resource_request_key: "" }),
    worker: z
      .object({
        service_account: z.object({ name: account }).nullish().catch(undefined),
      })
      .nullish()
      .catch(undefined),
    rbac: z
      .object({ manage_ray: z.boolean().nullish().catch(undefined) })
      .nullish()
      .catch(undefined),
  })
  .catch({ ray: { supports_gpus: true, gpu_resource_request_key: "" } });
