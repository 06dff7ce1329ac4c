import { showText } from "../diagnostics/show.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctAccelerators } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * Accelerator extra resource
 *
 * extra_resources holds what a pod needs besides the devices of an accelerator, not a second accelerator: KubeRay and Ray's
 * autoscaler would take one of the two, and not the same one.
 *
 * See ray-operator/controllers/ray/common/pod.go, v1.7.0, and Ray's kuberay/autoscaling_config.py
 */
export const acceleratorExtraResource: Rule = defineRule({
  code: "accelerator-extra-resource",
  about: accelerators,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctAccelerators(cluster), ({ accelerator, path }) => {
      const { resource, extraResources, settingsPath } = accelerator;
      return Object.keys(extraResources).flatMap((name): RuleFinding[] => {
        const kind = resourceKind(name);
        if (name !== resource && kind?.rayName === undefined) return [];
        const message =
          name === resource
            ? `${showText(name)} is the accelerator's own resource; the request sets its number.`
            : `${showText(name)} counts ${kind?.devices}, so it is an accelerator itself.`;
        return [
          {
            document: "settings",
            path: [...settingsPath, "extra_resources", name],
            target: "key",
            message,
            hint: `Remove ${name} from extra_resources; a pod has one kind of accelerator.`,
            related: [
              {
                document: "request",
                path: [...path, "accelerator"],
                message: "the accelerator is requested here",
              },
            ],
          },
        ];
      });
    });
  },
});
