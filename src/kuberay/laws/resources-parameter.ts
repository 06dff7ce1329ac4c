import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";
import { isGpuKey } from "../gpu-key.ts";
import { isObjectOfNumbers } from "../is-object-of-numbers.ts";
import type { Version } from "../version.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/** The resources of Ray's that KubeRay derives from keys. Source: common/pod.go, v1.3.0. */
const DERIVED: Readonly<Record<string, string>> = Object.freeze({
  "aws.amazon.com/neuroncore": "neuron_cores",
  "google.com/tpu": "TPU",
});

/**
 * Resources parameter
 *
 * Where the limits ask for an accelerator, the start parameter resources is JSON that the operator can read; else it derives
 * no accelerator at all, no num-gpus either.
 *
 * See getResourcesMap and addWellKnownAcceleratorResources in ray-operator/controllers/ray/common/pod.go, v1.3.0.
 */
export const resourcesParameter: Law = defineLaw({
  code: "resources-parameter",
  severity: "warning",
  since: "1.3",
  *check({ cluster }, { kuberay }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      const text = ownText(group.rayStartParams, "resources");
      if (text === undefined || isObjectOfNumbers(trimmed(text))) continue;
      const key = derivedKey(group, text, kuberay);
      if (key === undefined) continue;
      yield {
        path: [...group.path, "rayStartParams", "resources"],
        message: `The operator cannot read the resources of ${groupTitle(group)} as JSON, so Ray does not learn of its ${key}.`,
        hint: `Write the JSON inside single quotes that are part of the string: "'{\\"name\\": 1}'".`,
      };
    }
  },
});

/** The accelerator in the limits of the first container that the operator would tell Ray of. */
function derivedKey(group: GroupSpecView, text: string, kuberay: Version): string | undefined {
  const limits = ownObject(ownObject(group.containers[0]?.data, "resources"), "limits");
  const isGiven = ownField(group.rayStartParams, "num-gpus") !== undefined;
  return Object.keys(limits)
    .sort()
    .find((key) => {
      if (areSameQuantity(limits[key], "0")) return false;
      const resource = Object.hasOwn(DERIVED, key) ? DERIVED[key] : undefined;
      if (resource !== undefined) return !text.includes(resource);
      return !isGiven && isGpuKey(key, kuberay);
    });
}

/** Go trims quotes and spaces. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && QUOTES.includes(text.charAt(start))) start++;
  while (end > start && QUOTES.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const QUOTES = "'\"` ";
