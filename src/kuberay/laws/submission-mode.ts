import { ownField, ownInteger } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { formatVersion } from "../version.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const SUBMITTER = "ray-job-submitter";

/**
 * Submission mode
 *
 * The submission mode is one that the release knows: nobody submits a job of any other, though its cluster is made.
 * InteractiveMode has no retries, and SidecarMode no submitter of its own and a head that is not restarted.
 *
 * See JobSubmissionMode in ray-operator/apis/ray/v1/rayjob_types.go, v1.1.0 to v1.5.0, and ValidateRayJobSpec in
 * controllers/ray/utils/validation.go, v1.4.0 and v1.5.0.
 */
export const submissionMode: Law = defineLaw({
  code: "submission-mode",
  kinds: ["RayJob", "RayCronJob"],
  since: "1.1",
  *check(view, target) {
    const { job } = view;
    if (job === undefined) return;
    const path = [...job.path, "submissionMode"];
    const modes = modesOf(target);
    if (!modes.includes(job.submissionMode)) {
      const closest = closestName(job.submissionMode, modes);
      yield {
        path,
        message: `KubeRay ${formatVersion(target.kuberay)} has no submission mode ${showText(job.submissionMode)}.`,
        consequence: "The job is never submitted.",
        severity: "warning",
        hint:
          closest === undefined ? `Use one of ${modes.join(", ")}.` : `Did you mean ${closest}?`,
      };
    }
    const retries = ownInteger(job.spec, "backoffLimit") ?? 0;
    if (job.submissionMode === "InteractiveMode" && retries > 0 && isFrom(target, "1.4")) {
      yield {
        path: [...job.path, "backoffLimit"],
        message: `InteractiveMode does not allow retries, but backoffLimit is ${retries}.`,
        consequence: "KubeRay 1.4 and later refuse that.",
        hint: "Remove backoffLimit.",
        related: [{ path, message: "the mode is set here" }],
      };
    }
    if (job.submissionMode === "SidecarMode" && isFrom(target, "1.5")) yield* sidecar(view);
  },
});

function* sidecar({ cluster, job }: ManifestView): Iterable<Breach> {
  if (job === undefined) return;
  const related = [{ path: [...job.path, "submissionMode"], message: "the mode is set here" }];
  const consequence = "KubeRay 1.5 and later refuse that.";
  for (const field of ["submitterPodTemplate", "submitterConfig"]) {
    if (ownField(job.spec, field) === undefined) continue;
    const message = `SidecarMode does not allow ${field}.`;
    yield {
      path: [...job.path, field],
      target: "key",
      message,
      consequence,
      hint: "Remove it.",
      related,
    };
  }
  if (cluster === undefined) return;
  const { head } = cluster;
  const policy = ownField(head.podSpec, "restartPolicy") ?? "";
  if (policy !== "" && policy !== "Never") {
    yield {
      path: [...head.podPath, "restartPolicy"],
      message: `SidecarMode needs the restart policy Never in the head group, not ${showText(wordText(policy))}.`,
      consequence,
      hint: "Write Never, or leave it out.",
      related,
    };
  }
  for (const container of head.containers) {
    if (container.name !== SUBMITTER) continue;
    yield {
      path: [...container.path, "name"],
      message: `The operator itself adds a container ${SUBMITTER} to the head.`,
      consequence: "Kubernetes refuses the head's pod.",
      hint: "Give the container another name.",
      related,
    };
  }
}

function modesOf(target: OperatorTarget): readonly string[] {
  const modes = ["K8sJobMode", "HTTPMode"];
  if (isFrom(target, "1.3")) modes.push("InteractiveMode");
  else if (isFrom(target, "1.2.2")) modes.push("UserMode");
  if (isFrom(target, "1.5")) modes.push("SidecarMode");
  return modes;
}
