import { extendedResourceNameProblem } from "../../api/identifiers/extended-resource-name.ts";
import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { isNative } from "./amount.ts";
import { entriesAt, fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

const STANDARD = Object.freeze(["cpu", "memory", "ephemeral-storage"]);
const POD_LEVEL_SINCE = 34;

/** Names of resources. Source: Kubernetes, validateContainerResourceName. */
export const podResourceName = definePodLaw({
  code: "pod-resource-name",
  concerns: ["limits", "requests", "overhead"],
  *check({ spec, judged, kubernetesMinor }) {
    for (const holder of [...judged, ...(kubernetesMinor >= POD_LEVEL_SINCE ? [spec] : [])]) {
      const resources = fieldAt(holder, "resources");
      const entries = [...entriesAt(resources, "limits"), ...entriesAt(resources, "requests")];
      for (const [name, { path }] of entries) {
        const problem =
          holder === spec && !isForPods(name)
            ? "The resources of a whole pod are cpu, memory and hugepages only."
            : resourceNameProblem(name);
        if (problem === undefined) continue;
        const message = `The resource ${showText(name)} is not valid. ${problem}`;
        yield { path, target: "key", message, hint: hintFor(name) };
      }
    }
    for (const [name, { path }] of entriesAt(spec, "overhead")) {
      const problem = resourceNameProblem(name);
      if (problem === undefined) continue;
      const message = `The resource ${showText(name)} of overhead is not valid. ${problem}`;
      yield { path, target: "key", message, hint: "Remove overhead; Kubernetes fills it in." };
    }
  },
});

function isForPods(name: string): boolean {
  return name === "cpu" || name === "memory" || name.startsWith("hugepages-");
}

function resourceNameProblem(name: string): string | undefined {
  if (name.includes("/")) {
    return isNative(name) ? labelKeyProblem(name) : extendedResourceNameProblem(name);
  }
  if (STANDARD.includes(name)) return undefined;
  if (name.startsWith("hugepages-")) return labelKeyProblem(name);
  return 'It is not one of Kubernetes\' own resources, and any other resource needs a domain and "/" before its name.';
}

function hintFor(name: string): string {
  if (/gpu/i.test(name))
    return "Use the name that the device plugin gives, such as nvidia.com/gpu.";
  const closest = closestName(name, STANDARD);
  return closest === undefined
    ? "Use cpu, memory, ephemeral-storage, hugepages-SIZE or DOMAIN/NAME."
    : `Did you mean ${closest}?`;
}
