import { isObject, ownField, ownList, ownObject } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Submitter template
 *
 * submitterPodTemplate has a container and a restart policy that a Job takes: KubeRay adds none, and a Job without is refused.
 *
 * See getSubmitterTemplate and createNewK8sJob in ray-operator/controllers/ray/rayjob_controller.go, v0.6.0 to v1.7.0.
 */
export const submitterTemplate: Law = defineLaw({
  code: "submitter-template",
  kinds: ["RayJob", "RayCronJob"],
  since: "0.6",
  *check({ job }) {
    if (job?.submissionMode !== "K8sJobMode") return;
    const template = ownField(job.spec, "submitterPodTemplate");
    if (!isObject(template)) return;
    const path = [...job.path, "submitterPodTemplate", "spec"];
    const pod = ownObject(template, "spec");
    if (ownList(pod, "containers").length === 0) {
      yield {
        path: [...path, "containers"],
        message: "The submitter's pod has no container.",
        consequence: "The operator fails on it.",
        hint: "Give it a container that can run ray job submit.",
      };
    }
    const policy = ownField(pod, "restartPolicy");
    if (policy === "Never" || policy === "OnFailure") return;
    yield {
      path: [...path, "restartPolicy"],
      message: `The submitter's restart policy is ${policy === undefined ? "left out" : showText(wordText(policy))}, which a Job does not accept.`,
      consequence: "The API server refuses the submitter, so the job never starts.",
      hint: "Write restartPolicy: Never.",
    };
  },
});
