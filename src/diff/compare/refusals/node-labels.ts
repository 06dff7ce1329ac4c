import { labelKeyProblem } from "../../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../../api/identifiers/label-value.ts";
import { ownField, ownObject } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { groupTitle } from "../group-title.ts";
import { groupsOf, refusalRule } from "./refusal-rule.ts";

/**
 * Node labels
 *
 * Labels of Ray nodes stand in a group's labels, as Kubernetes writes labels, and never in rayStartParams.
 *
 * See validateRayGroupLabels in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const nodeLabels = refusalRule("node-labels", [1, 5], function* (cluster) {
  for (const group of groupsOf(cluster)) {
    if (ownField(group.rayStartParams, "labels") !== undefined) {
      yield {
        paths: [[...group.path, "rayStartParams", "labels"]],
        message: `The start parameter labels of ${groupTitle(group)} has given way to the group's own labels.`,
      };
    }
    for (const [key, value] of Object.entries(ownObject(group.data, "labels"))) {
      const problem = labelKeyProblem(key) ?? labelValueProblem(String(value ?? ""));
      if (problem === undefined) continue;
      yield {
        paths: [[...group.path, "labels", key]],
        message: `The label ${showText(key)} of ${groupTitle(group)} is none: ${problem}`,
      };
    }
  }
});
