import { derivedResources } from "../ray/derived-resources.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { rayParameters } from "./subjects.ts";

/**
 * Reserved Ray resource
 *
 * ray_resources names none of the resources that Ray derives itself, such as CPU, GPU and memory, and not what an
 * accelerator stands for.
 *
 * See resource_spec in Ray's python/ray/_private/resource_spec.py
 */
export const reservedRayResource: Rule = defineRule({
  code: "reserved-ray-resource",
  about: rayParameters,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctNodes(cluster), ({ rayResources, accelerator, path }) =>
      findingsOn(Object.keys(rayResources), (name): readonly RuleFinding[] => {
        const instead =
          derivedResources.get(name) ??
          (accelerator?.ray?.name === name ? "accelerator_count" : undefined);
        if (instead === undefined) return [];
        return [
          {
            document: "request",
            path: [...path, "ray_resources", name],
            target: "key",
            message:
              instead === "accelerator_count"
                ? `The accelerator already provides ${name}.`
                : `Ray counts ${name} itself; it is not a custom resource.`,
            hint: `Use ${instead}.`,
          },
        ];
      }),
    );
  },
});
