import * as field from "../fields.ts";
import { carriedText, patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import type { JobConfig, JobSubmitter } from "./job.ts";
import { rayResources } from "./ray-parameters-schema.ts";
import { yamlText } from "./yaml-text-schema.ts";

const seconds = z.int().min(1).max(field.MAXIMUM_REPLICAS);
const retries = z.int().min(0).max(field.MAXIMUM_REPLICAS);

const submitter: z.Schema<JobSubmitter> = z
  .strictObject({
    image: field
      .image("The submitter's image")
      .nullish()
      .meta({
        description:
          "Container image of the submitter, which must contain Ray. Default: the head's.",
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
        "How often a failed submission is tried again, in whole tries. Default: KubeRay's, which is 2.",
      default: null,
    }),
  })
  .meta({ description: "The pod that submits the job in K8sJobMode." });

export const jobConfig: z.Schema<JobConfig> = z
  .strictObject({
    entrypoint: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description:
          "The command. If a pod submits it, the pod's shell reads && ; | and $ first: wrap such a command in bash -c '…'.",
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
        description: "Who submits the job. Default: K8sJobMode, a Kubernetes Job.",
        default: null,
      }),
    submitter: submitter
      .nullish()
      .meta({ description: "The pod that submits the job in K8sJobMode.", default: null }),
    shutdown_after_finish: z.boolean().nullish().meta({
      description: "Whether the cluster is deleted when the job ends.",
      default: false,
    }),
    ttl_seconds_after_finished: retries.nullish().meta({
      description: "How long the cluster stays after the job ends, in seconds.",
      default: 0,
    }),
    active_deadline_seconds: seconds.nullish().meta({
      description: "How long the job may take, in seconds; after that it fails. Default: no limit.",
      default: null,
    }),
    pre_running_deadline_seconds: seconds.nullish().meta({
      description: "How long the job may take to start running, in seconds. Default: no limit.",
      default: null,
    }),
    retries: retries.nullish().meta({
      description: "How often a failed job runs again, in whole tries, each on a new cluster.",
      default: 0,
    }),
    suspend: z.boolean().nullish().meta({
      description:
        "Whether the job is suspended, without a cluster; with a schedule, whether no new jobs are created. Default: left out, since Kueue sets it.",
      default: null,
    }),
    metadata: textMaps.freeTexts
      .nullish()
      .meta({ description: "Metadata of the job in Ray, by key.", default: {} }),
    entrypoint_cpus: amount("CPUs"),
    entrypoint_gpus: amount("GPUs"),
    entrypoint_resources: rayResources.nullish().meta({
      description: "Custom resources that Ray reserves for the entrypoint, in whole numbers.",
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
        "An existing RayCluster: {ray.io/cluster: NAME}. config then describes that cluster.",
      default: {},
    }),
    schedule: field
      .carried(z.string().min(1))
      .nullish()
      .meta({
        description:
          'When it runs: five cron fields, such as "0 3 * * *", or a word such as @daily. The request then makes a RayCronJob.',
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
      description: `What Ray reserves for the entrypoint in ${unit}. Default: nothing.`,
      default: null,
    });
}
