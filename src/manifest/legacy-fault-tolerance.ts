import type { TextMap } from "../diagnostics/plain-data.ts";
import { firstReleaseThat } from "../kuberay/releases.ts";
import type { BuildContext } from "./build-context.ts";
import { variableSource } from "./environment.ts";
import type { EnvironmentVariable } from "./ray-cluster.ts";
import { fromRequest } from "./trace.ts";

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
  trace,
}: BuildContext): readonly EnvironmentVariable[] {
  const tolerance = options.gcs_fault_tolerance;
  if (tolerance == null || release.gcsFaultToleranceIsField) return NONE;
  const { redis_address: address, redis_password: password } = tolerance;
  const variables: EnvironmentVariable[] = [];
  const add = (variable: EnvironmentVariable, field: string) => {
    const origin = fromRequest(["gcs_fault_tolerance", field], REASON);
    trace?.mark(variable, { name: origin, value: origin, valueFrom: origin });
    variables.push(variable);
  };
  if (address != null) add({ name: "RAY_REDIS_ADDRESS", value: address }, "redis_address");
  if (password != null) {
    const value =
      typeof password === "string" ? { value: password } : { valueFrom: variableSource(password) };
    add({ name: "REDIS_PASSWORD", ...value }, "redis_password");
  }
  return variables;
}

const NONE: readonly EnvironmentVariable[] = Object.freeze([]);
const REASON = `KubeRay before ${firstReleaseThat(({ gcsFaultToleranceIsField }) => gcsFaultToleranceIsField)} reads the Redis address from the head's variables.`;

/** Where these annotations come from. */
export function markFaultTolerance(annotations: TextMap, { trace }: BuildContext): void {
  trace?.mark(annotations, {
    "ray.io/ft-enabled": fromRequest(
      ["gcs_fault_tolerance"],
      `KubeRay before ${firstReleaseThat(({ gcsFaultToleranceIsField }) => gcsFaultToleranceIsField)} switches fault tolerance on by an annotation.`,
    ),
    "ray.io/external-storage-namespace": fromRequest([
      "gcs_fault_tolerance",
      "external_storage_namespace",
    ]),
  });
}

/** Whether `ray start` on the head takes the password from its variable. */
export function takesRedisPassword({ options, release }: BuildContext): boolean {
  return !release.gcsFaultToleranceIsField && options.gcs_fault_tolerance?.redis_password != null;
}
