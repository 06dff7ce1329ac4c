import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Stands for the characters that Kubernetes puts behind a generated name. */
const GENERATED = "xxxxx";

/** The labels and pod names that KubeRay makes of the cluster's and the group's names: PodName and labelPod. */
export const podDerivedName = definePodLaw({
  code: "pod-derived-name",
  *check(pod) {
    yield* clusterFindings(pod);
    const groupName = ownText(pod.group.data, "groupName");
    if (pod.context.role !== "worker" || groupName === undefined) return;
    const path = fieldAt(pod.group, "groupName").path;
    const hint =
      'Name the group in letters and digits, with "-" between them, such as gpu-workers.';
    const problem = labelValueProblem(groupName);
    if (problem !== undefined) {
      const message = `The group's name ${showText(groupName)} cannot be the value of the label ray.io/group. ${problem}`;
      yield { path, message, hint };
      return;
    }
    const prefix = pod.additions.namePrefix;
    if (prefix === undefined || hasWrongName(pod)) return;
    const nameProblem = dns1123SubdomainProblem(`${prefix}${GENERATED}`);
    if (nameProblem === undefined) return;
    const message = `The group's name ${showText(groupName)} leads to pod names that Kubernetes refuses, ${showText(`${prefix}${GENERATED}`)}. ${nameProblem}`;
    yield { path, message, hint };
  },
});

/** Once for a cluster: where its head is judged. */
function* clusterFindings({ context, additions }: BuiltPod): Iterable<PodFinding> {
  if (context.role !== "head" || additions.refusesWrongNames) return;
  for (const [key, value] of Object.entries(additions.labels)) {
    if (!key.startsWith("ray.io/cluster")) continue;
    const problem = labelValueProblem(value);
    if (problem === undefined) continue;
    yield {
      path: context.clusterNamePath ?? ["metadata", "name"],
      message: `The cluster's name leads to the value ${showText(value)} for the label ${key}. ${problem}`,
      hint: "Choose a shorter name for the cluster, of at most 53 characters.",
    };
    return;
  }
}

function hasWrongName({ context }: BuiltPod): boolean {
  return dns1123SubdomainProblem(context.clusterName ?? "cluster") !== undefined;
}
