import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { showText } from "../../diagnostics/show.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Names of containers and init containers, those of the operator included. Source: Kubernetes, validateContainerCommon. */
export const podContainerName = definePodLaw({
  code: "pod-container-name",
  *check({ containers }) {
    for (const container of containers) {
      if (container.isOperators || container.name === undefined) continue;
      const problem = dns1123LabelProblem(container.name);
      if (problem === undefined) continue;
      const message = `The container's name ${showText(container.name)} is not valid. ${problem}`;
      const hint = 'Write it in lower-case letters and digits, with "-" between them.';
      yield { path: fieldAt(container, "name").path, message, hint };
    }
    for (const [first, again] of duplicates(containers, ({ name }) => name)) {
      const name = showText(again.name ?? "");
      if (first.isOperators && again.isOperators) continue;
      if (first.isOperators || again.isOperators) {
        const path = fieldAt(again.isOperators ? first : again, "name").path;
        const message = `KubeRay adds a container named ${name} to this pod, and container names must be unique.`;
        yield { path, message, hint: "Give your container another name." };
        continue;
      }
      // Within one list the CRDs of newer releases refuse it, too; over both lists nothing but Kubernetes does.
      const related = [{ path: fieldAt(first, "name").path, message: "the first one is here" }];
      const message = `Two containers of the pod have the name ${name}; init containers count as well.`;
      yield {
        path: fieldAt(again, "name").path,
        message,
        hint: "Give one of them another name.",
        related,
      };
    }
  },
});
