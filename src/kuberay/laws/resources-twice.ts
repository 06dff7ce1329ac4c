import { ownField, ownObject } from "../../diagnostics/own-field.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

const PARAMETERS = Object.freeze(["num-cpus", "num-gpus", "memory", "resources"]);

/**
 * Resources twice
 *
 * What a group offers to Ray is said by rayStartParams or by the group's resources, not by both.
 *
 * See validateRayGroupResources in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const resourcesTwice: Law = defineLaw({
  code: "resources-twice",
  since: "1.5",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      if (Object.keys(ownObject(group.data, "resources")).length === 0) continue;
      for (const parameter of PARAMETERS) {
        const value = ownField(group.rayStartParams, parameter) ?? "";
        if (value === "") continue;
        yield {
          path: [...group.path, "rayStartParams", parameter],
          message: `The resources of ${groupTitle(group)} cannot be combined with its start parameter ${parameter}.`,
          hint: "Set it only once, in the group's resources or in rayStartParams.",
          related: [{ path: [...group.path, "resources"], message: "the resources are here" }],
        };
      }
    }
  },
});
