import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";

/** Who submits a job to its cluster: a Kubernetes Job, KubeRay, the user, or a container beside the head. */
export type SubmissionMode = "K8sJobMode" | "HTTPMode" | "InteractiveMode" | "SidecarMode";

/** The pod that submits the job in K8sJobMode. */
export interface JobSubmitter {
  /** Its image. Default: the head's. */
  readonly image?: Optional<string>;
  /** CPUs. Default 1. */
  readonly cpu?: Optional<number>;
  /** GiB (2**30 bytes). Default 1. */
  readonly memory_gb?: Optional<number>;
  /** How often the submission is tried again. Default: KubeRay's, which is 2. */
  readonly retries?: Optional<number>;
}

/** What runs on the cluster, which makes it a RayJob; with a schedule, a RayCronJob. */
export interface JobConfig {
  /** The command. From KubeRay 1.3 on the submitter's shell reads it first, except in HTTPMode. */
  readonly entrypoint?: Optional<string>;
  /** Ray's runtime environment: an object, or YAML text. */
  readonly runtime_env?: Optional<string | PlainObject>;
  /** Who submits the job. Default K8sJobMode: a Job of Kubernetes. */
  readonly submission_mode?: Optional<SubmissionMode>;
  readonly submitter?: Optional<JobSubmitter>;
  /** Whether the cluster is deleted when the job ends. Default false. */
  readonly shutdown_after_finish?: Optional<boolean>;
  /** Seconds that the cluster stays after the end of the job. Default 0. */
  readonly ttl_seconds_after_finished?: Optional<number>;
  /** Seconds after which the job has failed. Default: no limit. */
  readonly active_deadline_seconds?: Optional<number>;
  /** Seconds that the job may take to start running. Default: no limit. */
  readonly pre_running_deadline_seconds?: Optional<number>;
  /** How often a job that failed runs again, each time on a new cluster. Default 0. */
  readonly retries?: Optional<number>;
  /** Whether the job waits, without a cluster; a schedule makes no jobs. Default: left out, for Kueue sets it. */
  readonly suspend?: Optional<boolean>;
  /** Metadata of the job in Ray. */
  readonly metadata?: Optional<TextMap>;
  /** CPUs that Ray reserves for the entrypoint. */
  readonly entrypoint_cpus?: Optional<number>;
  /** GPUs that Ray reserves for the entrypoint. */
  readonly entrypoint_gpus?: Optional<number>;
  /** Custom resources that Ray reserves for the entrypoint, by name. */
  readonly entrypoint_resources?: Optional<Readonly<Record<string, number>>>;
  /** The job's id in Ray. Default: KubeRay makes one. */
  readonly job_id?: Optional<string>;
  /** A cluster that is there, by its label `ray.io/cluster`; then `config` says what that cluster is. */
  readonly cluster_selector?: Optional<TextMap>;
  /** When it runs: five fields of cron, or a word such as @daily. It makes a RayCronJob. */
  readonly schedule?: Optional<string>;
  /** The time zone of the schedule, such as Europe/Berlin. Default: that of KubeRay's operator. */
  readonly time_zone?: Optional<string>;
}
