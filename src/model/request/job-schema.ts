import * as field from "../fields.ts";
import { carriedText, patterns } from "../patterns.ts";
import * as textMaps from "../text-maps.ts";
import * as z from "../zod-language.ts";
import type { JobConfig, JobSubmitter } from "./job.ts";
import { rayResources } from "./ray-parameters-schema.ts";
import { yamlText } from "./yaml-text-schema.ts";

const seconds = z.int().min(1).max(field.MAXIMUM_REPLICAS);
const retries = z.int().min(0).max(field.MAXIMUM_REPLICAS);

const submitter: z.ZodType<JobSubmitter> = z
  .strictObject({
    image: field
      .image("The submitter's image")
      .nullish()
      .meta({
        description: "Container image of the submitter, with Ray in it. Default: the head's.",
        default: null,
        ...patterns.imageReference,
      }),
    cpu: field.cpu
      .nullish()
      .meta({ description: "What the submitter asks for in CPUs. Default: 1.", default: null }),
    memory_gb: field.memoryGb.nullish().meta({
      description: "Memory of the submitter in GiB (2**30 bytes). Default: 1.",
      default: null,
    }),
    retries: retries.nullish().meta({
      description:
        "How often the submission is tried again, in whole tries. Default: KubeRay's, which is 2.",
      default: null,
    }),
  })
  .meta({ description: "The pod that submits the job in K8sJobMode." });

export const jobConfig: z.ZodType<JobConfig> = z
  .strictObject({
    entrypoint: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description:
          "The command. Where a pod submits it, its shell reads && ; | and $ first: wrap such a command in bash -c '…'.",
        default: null,
        ...carriedText,
      }),
    runtime_env: yamlText.nullish().meta({
      description: "Ray's runtime environment: an object, or YAML text.",
      default: null,
    }),
    submission_mode: z
      .enum(["K8sJobMode", "HTTPMode", "InteractiveMode", "SidecarMode"])
      .nullish()
      .meta({
        description: "Who submits the job. Default: K8sJobMode, a Job of Kubernetes.",
        default: null,
      }),
    submitter: submitter
      .nullish()
      .meta({ description: "The pod that submits the job in K8sJobMode.", default: null }),
    shutdown_after_finish: z.boolean().nullish().meta({
      description: "Whether the cluster goes when the job has ended.",
      default: false,
    }),
    ttl_seconds_after_finished: retries.nullish().meta({
      description: "How long the cluster stays after the end of the job, in seconds.",
      default: 0,
    }),
    active_deadline_seconds: seconds.nullish().meta({
      description: "How long the job may take, in seconds; then it has failed. Default: no limit.",
      default: null,
    }),
    pre_running_deadline_seconds: seconds.nullish().meta({
      description: "How long the job may take to start running, in seconds. Default: no limit.",
      default: null,
    }),
    retries: retries.nullish().meta({
      description: "How often a job that failed runs again, in whole tries, each on a new cluster.",
      default: 0,
    }),
    suspend: z.boolean().nullish().meta({
      description:
        "Whether the job waits, without a cluster; under a schedule, whether no new jobs are made. Default: left out, since Kueue sets it.",
      default: null,
    }),
    metadata: textMaps.freeTexts
      .nullish()
      .meta({ description: "Metadata of the job in Ray, by key.", default: {} }),
    entrypoint_cpus: amount("CPUs"),
    entrypoint_gpus: amount("GPUs"),
    entrypoint_resources: rayResources.nullish().meta({
      description: "Custom resources that Ray sets aside for the entrypoint, in whole numbers.",
      default: {},
    }),
    job_id: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description: "The job's id in Ray. Default: KubeRay makes one.",
        default: null,
        ...carriedText,
      }),
    cluster_selector: textMaps.nodeSelector.nullish().meta({
      description:
        "A RayCluster that is there: {ray.io/cluster: NAME}. Then config says what that cluster is.",
      default: {},
    }),
    schedule: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description:
          'When it runs: five fields of cron, such as "0 3 * * *", or a word such as @daily. It makes a RayCronJob.',
        default: null,
        ...carriedText,
      }),
    time_zone: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description:
          "Time zone of the schedule, such as Europe/Berlin. Default: that of KubeRay's operator.",
        default: null,
        ...carriedText,
      }),
  })
  .meta({ description: "What runs on the cluster: the request makes a RayJob or a RayCronJob." });

function amount(unit: string) {
  return z
    .number()
    .min(0)
    .max(field.MAXIMUM_CPU)
    .nullish()
    .meta({
      description: `What Ray sets aside for the entrypoint in ${unit}. Default: nothing.`,
      default: null,
    });
}
