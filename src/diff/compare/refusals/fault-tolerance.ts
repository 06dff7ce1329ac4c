import { ownField, ownText } from "../../../diagnostics/own-field.ts";
import type { ClusterView } from "../cluster-view.ts";
import { rayVariable } from "../cluster-view.ts";
import type { DiffPath } from "../diff-path.ts";
import type { Breach } from "./refusal-rule.ts";
import { refusalRule } from "./refusal-rule.ts";

const OPTIONS_PATH: DiffPath = ["spec", "gcsFaultToleranceOptions"];
const ENABLED = "ray.io/ft-enabled";
const NAMESPACE = "ray.io/external-storage-namespace";
const ADDRESS_VARIABLE = "RAY_REDIS_ADDRESS";
const PASSWORD_VARIABLE = "REDIS_PASSWORD";
const USERNAME_VARIABLE = "REDIS_USERNAME";

/**
 * Fault tolerance
 *
 * GCS fault tolerance is set up in one way only: by spec.gcsFaultToleranceOptions, or by annotation and environment.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0.
 */
export const faultTolerance = refusalRule("fault-tolerance", [1, 3], function* (cluster) {
  const { head } = cluster;
  if (ownField(cluster.spec, "gcsFaultToleranceOptions") !== undefined) {
    yield* besideOptions(cluster);
  } else if (ownText(cluster.annotations, ENABLED)?.toLowerCase() !== "true") {
    const address = rayVariable(head, ADDRESS_VARIABLE);
    if (address !== undefined) {
      const message = `The head's ${ADDRESS_VARIABLE} needs spec.gcsFaultToleranceOptions.`;
      yield { paths: [address.path, OPTIONS_PATH], message };
    }
  }
  const message = "A Redis user is named by spec.gcsFaultToleranceOptions.redisUsername alone.";
  const username = rayVariable(head, USERNAME_VARIABLE);
  if (username !== undefined) yield { paths: [username.path], message };
  if (isSet(ownField(head.rayStartParams, "redis-username"))) {
    yield { paths: [[...head.path, "rayStartParams", "redis-username"]], message };
  }
});

/** What may not stand beside spec.gcsFaultToleranceOptions. */
function* besideOptions({ annotations, head }: ClusterView): Iterable<Breach> {
  const message = (what: string) => `${what} cannot stand beside spec.gcsFaultToleranceOptions.`;
  for (const key of [ENABLED, NAMESPACE]) {
    if (!isSet(ownField(annotations, key))) continue;
    yield {
      paths: [["metadata", "annotations", key], OPTIONS_PATH],
      message: message(`The annotation ${key}`),
    };
  }
  if (isSet(ownField(head.rayStartParams, "redis-password"))) {
    const path = [...head.path, "rayStartParams", "redis-password"];
    yield { paths: [path, OPTIONS_PATH], message: message("The start parameter redis-password") };
  }
  for (const name of [PASSWORD_VARIABLE, ADDRESS_VARIABLE]) {
    const variable = rayVariable(head, name);
    if (variable === undefined) continue;
    yield { paths: [variable.path, OPTIONS_PATH], message: message(`The head's ${name}`) };
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== "";
}
