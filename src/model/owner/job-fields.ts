import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import { printYaml } from "../../yaml/print.ts";
import type { Loose } from "../loose.ts";
import type { JobConfig, SubmissionMode } from "../request/job.ts";

/** What a RayJob's spec says beside its cluster and its submitter's pod. */
export interface RayJobFields {
  readonly entrypoint?: string;
  readonly runtimeEnvYAML?: string;
  readonly jobId?: string;
  readonly metadata?: TextMap;
  readonly entrypointNumCpus?: number;
  readonly entrypointNumGpus?: number;
  /** JSON. */
  readonly entrypointResources?: string;
  readonly submissionMode?: SubmissionMode;
  readonly submitterConfig?: { readonly backoffLimit: number };
  readonly clusterSelector?: TextMap;
  readonly shutdownAfterJobFinishes?: boolean;
  readonly ttlSecondsAfterFinished?: number;
  readonly deletionStrategy?: { readonly deletionRules: readonly DeletionRule[] };
  readonly activeDeadlineSeconds?: number;
  readonly preRunningDeadlineSeconds?: number;
  readonly backoffLimit?: number;
  readonly suspend?: boolean;
}

/** What is deleted, and how many seconds after which end. */
export interface DeletionRule {
  readonly policy: "DeleteSelf";
  readonly condition: {
    readonly jobStatus?: "SUCCEEDED" | "FAILED";
    readonly jobDeploymentStatus?: "Failed";
    readonly ttlSeconds: number;
  };
}

/** Whether a request makes a RayCronJob. */
export function isScheduled(job: Loose<JobConfig>): boolean {
  return job.schedule != null;
}

/** Whether the job runs on a cluster that is there already. */
export function selectsCluster(job: Loose<JobConfig>): boolean {
  return Object.keys(job.cluster_selector ?? {}).length > 0;
}

/** A job of a request as fields of a RayJob's spec, or of a RayCronJob's template. Fresh objects throughout. */
export function jobFields(job: Loose<JobConfig>): RayJobFields {
  const { metadata, entrypoint_resources: resources, cluster_selector: selector } = job;
  return {
    ...given("entrypoint", job.entrypoint),
    ...given("runtimeEnvYAML", yamlTextOf(job.runtime_env)),
    ...given("jobId", job.job_id),
    ...given("metadata", filled(metadata)),
    ...given("entrypointNumCpus", job.entrypoint_cpus),
    ...given("entrypointNumGpus", job.entrypoint_gpus),
    ...given("entrypointResources", resources == null ? undefined : resourcesText(resources)),
    ...given("submissionMode", job.submission_mode),
    ...given("clusterSelector", filled(selector)),
    ...ending(job),
    ...given("activeDeadlineSeconds", job.active_deadline_seconds),
    ...given("preRunningDeadlineSeconds", job.pre_running_deadline_seconds),
    ...given("backoffLimit", job.retries),
    ...given("suspend", isScheduled(job) ? undefined : job.suspend),
    ...given(
      "submitterConfig",
      job.submitter?.retries == null ? undefined : { backoffLimit: job.submitter.retries },
    ),
  };
}

/** A field where its value is given, and nothing where it is not. */
export function given<const Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): { readonly [K in Key]?: Value } {
  const result: { [K in Key]?: Value } = {};
  if (value != null) result[key] = value;
  return result;
}

/** An object as YAML text; text as it is. */
export function yamlTextOf(value: string | PlainObject | null | undefined): string | undefined {
  if (value == null) return undefined;
  return typeof value === "string" ? value : printYaml(value);
}

/**
 * What ends the cluster. A schedule makes new RayJobs endlessly, so there the finished one goes with its cluster: by rules,
 * which KubeRay knows wherever it knows schedules. Nobody else keeps those RayJobs, so none comes back.
 */
function ending(
  job: Loose<JobConfig>,
): Pick<RayJobFields, "shutdownAfterJobFinishes" | "ttlSecondsAfterFinished" | "deletionStrategy"> {
  const { shutdown_after_finish: shuts, ttl_seconds_after_finished: seconds } = job;
  if (!isScheduled(job) || shuts !== true || selectsCluster(job)) {
    return {
      ...given("shutdownAfterJobFinishes", shuts),
      ...given("ttlSecondsAfterFinished", seconds),
    };
  }
  const ttlSeconds = seconds ?? 0;
  return {
    deletionStrategy: {
      deletionRules: [
        { policy: "DeleteSelf", condition: { jobStatus: "SUCCEEDED", ttlSeconds } },
        { policy: "DeleteSelf", condition: { jobStatus: "FAILED", ttlSeconds } },
        { policy: "DeleteSelf", condition: { jobDeploymentStatus: "Failed", ttlSeconds } },
      ],
    },
  };
}

/** A copy with its keys sorted; undefined if there are none. */
function filled(map: TextMap | null | undefined): TextMap | undefined {
  const keys = Object.keys(map ?? {}).sort();
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map((key) => [key, map?.[key] ?? ""]));
}

function resourcesText(resources: Readonly<Record<string, number>>): string | undefined {
  const names = Object.keys(resources).sort();
  if (names.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, resources[name]])));
}
