import {
  isList,
  isObject,
  ownField,
  ownInteger,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { canonicalText } from "../diff/compare/canonical-text.ts";
import type { JobSpecView } from "../kuberay/views/manifest-view.ts";
import { jobFields } from "../model/owner/job-fields.ts";
import { cpusOf, gibibytesOf } from "./exact-amounts.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { isNamedAsOurs } from "./owner-patch.ts";
import { renamed, yamlOf } from "./owner-words.ts";

/** What a RayJob runs, or the template of a RayCronJob, in the request's words. What those lack stays out. */
export function importJob(
  { spec, submissionMode }: JobSpecView,
  isScheduled: boolean,
): RequestDraft {
  const job: RequestDraft = renamed(spec, [
    ["entrypoint", "entrypoint"],
    ["jobId", "job_id"],
    ["metadata", "metadata"],
    ["entrypointNumCpus", "entrypoint_cpus"],
    ["entrypointNumGpus", "entrypoint_gpus"],
    ["clusterSelector", "cluster_selector"],
    ["shutdownAfterJobFinishes", "shutdown_after_finish"],
    ["activeDeadlineSeconds", "active_deadline_seconds"],
    ["preRunningDeadlineSeconds", "pre_running_deadline_seconds"],
    ["suspend", "suspend"],
  ]);
  const environment = yamlOf(spec, "runtimeEnvYAML");
  if (environment !== undefined && environment !== "") job.runtime_env = environment;
  if (submissionMode !== "K8sJobMode") job.submission_mode = submissionMode;
  job.entrypoint_resources = resourcesOf(ownText(spec, "entrypointResources"));
  const seconds = ownInteger(spec, "ttlSecondsAfterFinished") ?? 0;
  if (seconds !== 0) job.ttl_seconds_after_finished = seconds;
  const retries = ownInteger(spec, "backoffLimit") ?? 0;
  if (retries !== 0) job.retries = retries;
  const submitter = submitterOf(spec);
  if (Object.keys(submitter).length > 0) job.submitter = submitter;
  const ttl = isScheduled ? selfDeletion(spec) : undefined;
  if (ttl !== undefined) {
    job.shutdown_after_finish = true;
    if (ttl > 0) job.ttl_seconds_after_finished = ttl;
  }
  return job;
}

/** Custom resources from JSON; undefined where they are no numbers by names. */
function resourcesOf(text: string | undefined): PlainObject | undefined {
  if (text === undefined) return undefined;
  try {
    const read: PlainData = JSON.parse(text);
    const isMap = isObject(read) && Object.values(read).every((each) => typeof each === "number");
    return isMap ? read : undefined;
  } catch {
    return undefined;
  }
}

function submitterOf(spec: PlainObject): RequestDraft {
  const podSpec = ownObject(ownObject(spec, "submitterPodTemplate"), "spec");
  const [container] = ownList(podSpec, "containers");
  const limits = ownObject(ownObject(container, "resources"), "limits");
  const result: RequestDraft = {};
  const own = isNamedAsOurs(podSpec)
    ? {
        image: ownText(container, "image"),
        cpu: cpusOf(ownField(limits, "cpu")),
        memory_gb: gibibytesOf(ownField(limits, "memory")),
      }
    : {};
  const values = {
    ...own,
    retries: ownInteger(ownObject(spec, "submitterConfig"), "backoffLimit"),
  };
  for (const [key, value] of Object.entries(values)) if (value !== undefined) result[key] = value;
  return result;
}

/** Seconds after which every end deletes the RayJob itself, as the compiler writes that of schedules; undefined for other rules. */
function selfDeletion(spec: PlainObject): number | undefined {
  const strategy = ownObject(spec, "deletionStrategy");
  const [first] = ownList(strategy, "deletionRules").filter(isObject);
  const seconds = ownInteger(ownObject(first, "condition"), "ttlSeconds") ?? 0;
  const { deletionStrategy: ours } = jobFields({
    schedule: "@daily",
    shutdown_after_finish: true,
    ttl_seconds_after_finished: seconds,
  });
  const texts = [strategy, ours].map((each) => {
    const rules: PlainData = JSON.parse(JSON.stringify(each?.deletionRules ?? []));
    return isList(rules) ? rules.map(canonicalText).sort().join(" ") : "";
  });
  return texts[0] === texts[1] ? seconds : undefined;
}
