import { ownField, ownObject } from "../../../diagnostics/own-field.ts";
import { groupTitle } from "../group-title.ts";
import { groupsOf, refusalRule } from "./refusal-rule.ts";

const PARAMETERS = Object.freeze(["num-cpus", "num-gpus", "memory", "resources"]);

/**
 * Resources twice
 *
 * What a group offers to Ray is said by rayStartParams or by the group's resources, not by both.
 *
 * See validateRayGroupResources in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const resourcesTwice = refusalRule("resources-twice", [1, 5], function* (cluster) {
  for (const group of groupsOf(cluster)) {
    if (Object.keys(ownObject(group.data, "resources")).length === 0) continue;
    for (const parameter of PARAMETERS) {
      const value = ownField(group.rayStartParams, parameter) ?? "";
      if (value === "") continue;
      yield {
        paths: [
          [...group.path, "rayStartParams", parameter],
          [...group.path, "resources"],
        ],
        message: `The resources of ${groupTitle(group)} cannot stand beside its start parameter ${parameter}.`,
      };
    }
  }
});
