import { showText } from "../diagnostics/show.ts";
import { addedContainerNames } from "../kuberay/container-names.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { containerDetails } from "./subjects.ts";

/**
 * Container name taken
 *
 * Ray's container is not called as another container of its pod: Kubernetes refuses the pod otherwise.
 *
 * See ValidateContainers in kubernetes pkg/apis/core/validation/validation.go
 */
export const containerNameTaken: Rule = defineRule({
  code: "container-name-taken",
  about: containerDetails,
  check({ cluster }) {
    if (cluster === undefined) return [];
    const roles = cluster.nodeBounds === undefined ? undefined : (["head", "worker"] as const);
    return distinctNodes(cluster).flatMap(({ role, containerName, path }): RuleFinding[] => {
      if (containerName === undefined) return [];
      const taken = (roles ?? [role]).flatMap((each) => addedContainerNames[each]);
      if (!taken.includes(containerName)) return [];
      return [
        {
          document: "request",
          path: [...path, "container_name"],
          message: `Ray's container cannot be called ${showText(containerName)}: another container that is added automatically has that name.`,
          hint: "Choose another name, or leave it out.",
        },
      ];
    });
  },
});
