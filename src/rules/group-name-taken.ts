import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { HEAD_NAMES } from "../kuberay/head-names.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { scalingGroups } from "./subjects.ts";

/**
 * Group name taken
 *
 * Two scaling groups have different names, and none is called as KubeRay or Ray call the head: they would fight over pods.
 *
 * See RayClusterGroupPodsAssociationOptions in ray-operator/controllers/ray/common/association.go, v1.7.0
 */
export const groupNameTaken: Rule = defineRule({
  code: "group-name-taken",
  about: scalingGroups,
  check({ cluster }) {
    if (cluster === undefined) return [];
    // Names by place differ.
    if (cluster.groups.every(({ namePath }) => namePath === undefined)) return [];
    const seen = new Map<string, Path>();
    return cluster.groups.flatMap(({ name, namePath, path }): RuleFinding[] => {
      const place = namePath ?? path;
      const first = seen.get(name);
      if (first === undefined && !HEAD_NAMES.includes(name)) {
        seen.set(name, place);
        return [];
      }
      const finding: RuleFinding = {
        document: "request",
        path: place,
        message:
          first === undefined
            ? `A scaling group cannot be called ${showText(name)}: that is the head's name.`
            : `Two scaling groups are called ${showText(name)}.`,
        hint: "Give the group a unique name.",
      };
      if (first === undefined) return [finding];
      const related = {
        document: "request",
        path: first,
        message: "the other one is here",
      } as const;
      return [{ ...finding, related: [related] }];
    });
  },
});
