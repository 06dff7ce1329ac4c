import { ownField, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { rayVariable } from "../views/cluster-spec-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, RelatedBreach } from "./law.ts";
import { defineLaw } from "./law.ts";

const ENABLED = "ray.io/ft-enabled";
const NAMESPACE = "ray.io/external-storage-namespace";
const ADDRESS_VARIABLE = "RAY_REDIS_ADDRESS";
const PASSWORD_VARIABLE = "REDIS_PASSWORD";
const USERNAME_VARIABLE = "REDIS_USERNAME";

/**
 * Fault tolerance
 *
 * GCS fault tolerance is set up in one way only: by gcsFaultToleranceOptions, or by annotation and environment.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0.
 */
export const faultTolerance: Law = defineLaw({
  code: "fault-tolerance",
  since: "1.3",
  *check(view) {
    const { cluster } = view;
    if (cluster === undefined) return;
    if (ownField(cluster.spec, OPTIONS) !== undefined) yield* besideOptions(view, cluster);
    else yield* withoutOptions(view, cluster);
    yield* redisUser(cluster);
  },
});

const OPTIONS = "gcsFaultToleranceOptions";

/** What may not stand beside the options. The annotation may not even say false. */
function* besideOptions({ annotations }: ManifestView, cluster: ClusterSpecView): Iterable<Breach> {
  const { head } = cluster;
  const related = [optionsPlace(cluster, "the options are here")];
  for (const [key, field] of [
    [ENABLED, undefined],
    [NAMESPACE, "externalStorageNamespace"],
  ] as const) {
    if (!isSet(ownField(annotations, key))) continue;
    yield {
      path: ["metadata", "annotations", key],
      message: `The annotation ${key} cannot be combined with ${OPTIONS}.`,
      hint: field === undefined ? "Remove the annotation." : insteadHint(field),
      related,
    };
  }
  if (isSet(ownField(head.rayStartParams, "redis-password"))) {
    yield {
      path: [...head.path, "rayStartParams", "redis-password"],
      message: `The start parameter redis-password cannot be combined with ${OPTIONS}.`,
      hint: insteadHint("redisPassword"),
      related,
    };
  }
  for (const [name, field] of [
    [PASSWORD_VARIABLE, "redisPassword"],
    [ADDRESS_VARIABLE, "redisAddress"],
  ] as const) {
    const variable = rayVariable(head, name);
    if (variable === undefined) continue;
    yield {
      path: variable.path,
      message: `The head's ${name} cannot be combined with ${OPTIONS}.`,
      hint: insteadHint(field),
      related,
    };
  }
}

function* withoutOptions(
  { annotations }: ManifestView,
  cluster: ClusterSpecView,
): Iterable<Breach> {
  if (ownText(annotations, ENABLED)?.toLowerCase() === "true") return;
  const address = rayVariable(cluster.head, ADDRESS_VARIABLE);
  if (address === undefined) return;
  yield {
    path: address.path,
    message: `The head's ${ADDRESS_VARIABLE} needs ${OPTIONS}.`,
    hint: insteadHint("redisAddress"),
    related: [optionsPlace(cluster, "there are no options")],
  };
}

function* redisUser({ head }: ClusterSpecView): Iterable<Breach> {
  const message = `Only ${OPTIONS}.redisUsername may name a Redis user.`;
  const hint = insteadHint("redisUsername");
  const username = rayVariable(head, USERNAME_VARIABLE);
  if (username !== undefined) yield { path: username.path, message, hint };
  if (!isSet(ownField(head.rayStartParams, "redis-username"))) return;
  yield { path: [...head.path, "rayStartParams", "redis-username"], message, hint };
}

function insteadHint(field: string): string {
  return `Write ${OPTIONS}.${field} instead.`;
}

function optionsPlace({ path }: ClusterSpecView, message: string): RelatedBreach {
  return { path: [...path, OPTIONS], message };
}

function isSet(value: PlainData | undefined): boolean {
  return value !== undefined && value !== "";
}
