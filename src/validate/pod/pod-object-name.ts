import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

interface NamedField {
  readonly field: string;
  readonly noun: string;
  readonly problem: (text: string) => string | undefined;
}

/** Order: as the findings come. */
const FIELDS: readonly NamedField[] = Object.freeze([
  { field: "hostname", noun: "host name", problem: dns1123LabelProblem },
  { field: "subdomain", noun: "subdomain", problem: dns1123LabelProblem },
  { field: "serviceAccountName", noun: "service account's name", problem: dns1123SubdomainProblem },
  // The old name counts where the new one is missing.
  { field: "serviceAccount", noun: "service account's name", problem: dns1123SubdomainProblem },
  { field: "priorityClassName", noun: "priority class's name", problem: dns1123SubdomainProblem },
  { field: "runtimeClassName", noun: "runtime class's name", problem: dns1123SubdomainProblem },
  { field: "nodeName", noun: "node's name", problem: dns1123SubdomainProblem },
]);

/** Names of other objects, and of the pod in the network. Source: Kubernetes, ValidatePodSpec. */
export const podObjectName = definePodLaw({
  code: "pod-object-name",
  concerns: [
    "hostname",
    "subdomain",
    "serviceAccountName",
    "serviceAccount",
    "priorityClassName",
    "runtimeClassName",
    "nodeName",
  ],
  *check({ spec, additions }) {
    const named = ownText(spec.data, "serviceAccountName") ?? "";
    const hasAccount = named !== "" || additions.serviceAccountName !== undefined;
    for (const { field, noun, problem: problemOf } of FIELDS) {
      const { data, path } = fieldAt(spec, field);
      if (typeof data !== "string" || (data === "" && field !== "runtimeClassName")) continue;
      if (field === "serviceAccount" && hasAccount) continue;
      // KubeRay may cut the account to a valid name: pod-service-account reports that.
      const cut = field === "serviceAccountName" ? additions.serviceAccountName : undefined;
      const problem = problemOf(cut ?? data);
      if (problem === undefined) continue;
      const message = `The ${noun} ${showText(data)} is not valid. ${problem}`;
      yield { path, message, hint: "Use the name of the object in the cluster." };
    }
  },
});
