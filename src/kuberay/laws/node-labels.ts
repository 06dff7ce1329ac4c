import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import { ownObject } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Node labels
 *
 * Labels of Ray nodes stand in a group's labels, as Kubernetes writes labels, and never in rayStartParams.
 *
 * See validateRayGroupLabels in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const nodeLabels: Law = defineLaw({
  code: "node-labels",
  since: "1.5",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      if (Object.hasOwn(group.rayStartParams, "labels")) {
        yield {
          path: [...group.path, "rayStartParams", "labels"],
          message: `The group's labels replace the start parameter labels of ${groupTitle(group)}.`,
          hint: "Write the group's labels instead.",
        };
      }
      for (const [key, value] of Object.entries(ownObject(group.data, "labels"))) {
        const problem = labelKeyProblem(key) ?? labelValueProblem(wordText(value ?? ""));
        if (problem === undefined) continue;
        yield {
          path: [...group.path, "labels", key],
          message: `The label ${showText(key)} of ${groupTitle(group)} is not valid: ${problem}`,
          hint: "Write a label that Kubernetes accepts.",
        };
      }
    }
  },
});
