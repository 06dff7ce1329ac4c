import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { duplicates } from "./duplicates.ts";
import { finalizerProblem } from "./finalizer.ts";
import { fieldAt, itemsAt, placesAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Finalizers and gates have qualified names, and a pod that is gated has no node. Source: Kubernetes, ValidateFinalizerName, validateSchedulingGates and ValidatePodCreate. */
export const podGate = definePodLaw({
  code: "pod-gate",
  concerns: ["finalizers", "schedulingGates", "readinessGates"],
  *check({ metadata, spec }) {
    for (const { data, path } of placesAt(metadata, ["finalizers", "*"])) {
      const problem = typeof data === "string" ? finalizerProblem(data) : undefined;
      if (problem === undefined) continue;
      const message = `The finalizer ${showText(wordText(data))} is not valid. ${problem}`;
      yield {
        path,
        message,
        hint: "Remove it: nothing removes a finalizer from pods of a cluster.",
      };
    }
    const gates = itemsAt(spec, "schedulingGates").map((gate) => fieldAt(gate, "name"));
    const conditions = itemsAt(spec, "readinessGates").map((gate) =>
      fieldAt(gate, "conditionType"),
    );
    for (const { data, path } of [...gates, ...conditions]) {
      if (typeof data !== "string") continue;
      const problem = labelKeyProblem(data);
      if (problem === undefined) continue;
      const message = `The gate ${showText(data)} is not valid. ${problem}`;
      yield { path, message, hint: "Write a name such as example.com/ready." };
    }
    const node = fieldAt(spec, "nodeName");
    if (gates.length > 0 && typeof node.data === "string" && node.data !== "") {
      const message =
        "nodeName cannot be combined with schedulingGates, which keep the pod from every node.";
      yield { path: node.path, message, hint: "Remove one of them." };
    }
    for (const [first, again] of duplicates(itemsAt(spec, "schedulingGates"), ({ data }) =>
      ownText(data, "name"),
    )) {
      const name = showText(ownText(again.data, "name") ?? "");
      const message = `The scheduling gate ${name} appears twice.`;
      const related = [{ path: first.path, message: "the first one is here" }];
      yield { path: again.path, message, hint: "Remove one of them.", related };
    }
  },
});
