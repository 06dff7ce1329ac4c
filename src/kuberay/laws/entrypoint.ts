import { ownFieldAt, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { isObjectOfNumbers } from "../is-object-of-numbers.ts";
import type { JobSpecView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/** What a shell does not pass on. */
const SHELL = /&&|\|\||[;|$\n`]/;

/**
 * Entrypoint
 *
 * A job that KubeRay submits has an entrypoint. From 1.3 on the submitter's shell reads it first: what stands behind `&&`,
 * `;`, `|` or `$` acts in the submitter's pod, not on the cluster. entrypointResources is a JSON object of numbers.
 *
 * See BuildJobSubmitCommand in ray-operator/controllers/ray/common/job.go, v0.6.0 to v1.7.0, ConvertRayJobToReq in
 * controllers/ray/utils/dashboard_httpclient.go, v1.1.0, and `ray job submit --entrypoint-resources`.
 */
export const entrypoint: Law = defineLaw({
  code: "entrypoint",
  kinds: ["RayJob", "RayCronJob"],
  *check({ job }, target) {
    if (job === undefined || !SUBMITTED.includes(job.submissionMode)) return;
    yield* command(job, target);
    if (!hasOwnCommand(job)) yield* resources(job);
  },
});

function* command(job: JobSpecView, target: OperatorTarget): Iterable<Breach> {
  const text = ownText(job.spec, "entrypoint") ?? "";
  const path = [...job.path, "entrypoint"];
  if (text.trim() === "") {
    if (hasOwnCommand(job)) return;
    yield {
      path,
      message: "The job has no entrypoint, so there is nothing to run.",
      consequence: "",
      hint: "Write the command that runs the job.",
    };
    return;
  }
  if (job.submissionMode === "HTTPMode" || !isFrom(target, "1.3") || hasOwnCommand(job)) return;
  const special = SHELL.exec(withoutQuoted(text))?.[0];
  if (special === undefined) return;
  yield {
    path,
    message: `The submitter's shell reads ${special === "\n" ? "the line break" : special} in the entrypoint, so only the part before it runs on the cluster.`,
    hint: "Wrap the command: bash -c '…'.",
    severity: "warning",
  };
}

function* resources({ path, spec }: JobSpecView): Iterable<Breach> {
  const text = ownText(spec, "entrypointResources") ?? "";
  if (text === "" || isObjectOfNumbers(text)) return;
  yield {
    path: [...path, "entrypointResources"],
    message: `entrypointResources is not a JSON object of numbers but ${showText(text)}, so the job is not submitted.`,
    hint: `Write, for example, '{"name": 1}'.`,
    severity: "warning",
  };
}

const SUBMITTED = ["K8sJobMode", "HTTPMode", "SidecarMode"];

/** A submitter with a command of its own does not get KubeRay's. */
function hasOwnCommand({ spec, submissionMode }: JobSpecView): boolean {
  if (submissionMode !== "K8sJobMode") return false;
  const [first] = ownList(ownFieldAt(spec, "submitterPodTemplate", "spec"), "containers");
  return ownList(first, "command").length > 0;
}

/**
 * What single quotes hold or a backslash stands before passes the shell as it is, in double quotes only `$` and the backtick
 * act, a backslash at the end of a line goes on in the next one, and a line break at the end does nothing.
 */
function withoutQuoted(text: string): string {
  return text
    .trimEnd()
    .replace(/\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, (token) =>
      token.startsWith('"') ? token.replace(/\\[\s\S]/g, "").replace(/[^$`]/g, "") : "",
    );
}
