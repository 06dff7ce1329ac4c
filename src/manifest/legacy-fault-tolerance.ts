import type { TextMap } from "../diagnostics/plain-data.ts";
import type { BuildContext } from "./build-context.ts";
import { variableSource } from "./environment.ts";
import type { EnvironmentVariable } from "./ray-cluster.ts";

// KubeRay before 1.3 knows GCS fault tolerance by annotations of the cluster and variables of the head alone:
// ray-operator/config/samples/ray-cluster.external-redis.yaml, v1.2.2.

/** Annotations of the RayCluster that switch fault tolerance on. */
export function faultToleranceAnnotations({ options, release }: BuildContext): TextMap | undefined {
  const tolerance = options.gcs_fault_tolerance;
  if (tolerance == null || release.gcsFaultToleranceIsField) return undefined;
  const namespace = tolerance.external_storage_namespace;
  return {
    "ray.io/ft-enabled": "true",
    ...(namespace == null ? {} : { "ray.io/external-storage-namespace": namespace }),
  };
}

/** Variables of the head that name Redis. */
export function faultToleranceVariables({
  options,
  release,
}: BuildContext): readonly EnvironmentVariable[] {
  const tolerance = options.gcs_fault_tolerance;
  if (tolerance == null || release.gcsFaultToleranceIsField) return [];
  const { redis_address: address, redis_password: password } = tolerance;
  const variables: EnvironmentVariable[] = [];
  if (address != null) variables.push({ name: "RAY_REDIS_ADDRESS", value: address });
  if (typeof password === "string") variables.push({ name: "REDIS_PASSWORD", value: password });
  else if (password != null) {
    variables.push({ name: "REDIS_PASSWORD", valueFrom: variableSource(password) });
  }
  return variables;
}

/** Whether `ray start` on the head takes the password from its variable. */
export function takesRedisPassword({ options, release }: BuildContext): boolean {
  return !release.gcsFaultToleranceIsField && options.gcs_fault_tolerance?.redis_password != null;
}
