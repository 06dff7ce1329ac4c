import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** How long a pod lives and how it ends. Source: Kubernetes, the kubelet and conversion of core/v1. */
export const podLifetime = definePodLaw({
  code: "pod-lifetime",
  concerns: ["activeDeadlineSeconds", "terminationGracePeriodSeconds", "nodeName"],
  *check({ spec, context }) {
    const deadline = fieldAt(spec, "activeDeadlineSeconds");
    if (typeof deadline.data === "number" && deadline.data >= 1 && context.role !== "submitter") {
      const message = `activeDeadlineSeconds is ${deadline.data}; Kubernetes kills the pod of the cluster after that many seconds.`;
      yield { path: deadline.path, message, hint: "Remove it." };
    }
    const grace = fieldAt(spec, "terminationGracePeriodSeconds");
    if (typeof grace.data === "number" && grace.data < 0) {
      const message = `terminationGracePeriodSeconds is ${grace.data}; Kubernetes changes it to 1.`;
      yield {
        path: grace.path,
        message,
        hint: "Write the number of seconds that Ray needs to stop.",
      };
    }
    const node = fieldAt(spec, "nodeName");
    // A name that no node can have is refused: pod-object-name.
    if (typeof node.data === "string" && dns1123SubdomainProblem(node.data) === undefined) {
      const message =
        "nodeName puts every pod of the group on one node and bypasses the scheduler.";
      yield { path: node.path, message, hint: "Use nodeSelector or affinity." };
    }
  },
});
