import { full, simple } from "./find.ts";
import type { Row } from "./option-vectors.ts";

const KAI_QUEUE = "kai.scheduler/queue";
const fractional = (node: object) =>
  simple(1, {}, { annotations: { "gpu-fraction": "0.5" }, ...node });
const GANG = "ray.io/gang-scheduling-enabled";
const atLabel = (label: string) => `request labels["${label}"]`;
const kuberay = (kuberay_version: string) => ({ kuberay_version });
const runs = { entrypoint: "python train.py", shutdown_after_finish: true };
const serves = { serve_config: "applications: []" };
const job = (more: object = {}) => ({ ...simple(2), job: { ...runs, ...more } });
const service = (more: object = {}) => ({ ...simple(2), service: { ...serves, ...more } });
const named = (name: string, request: object) => ({ ...request, name });
const scaling = {
  ...simple(2, { max_nodes: 3, autoscaler_config: { cpu: 1, memory_gb: 1 } }),
};
const shared = { shutdown_after_finish: false, cluster_selector: { "ray.io/cluster": "shared" } };
const incremental = (more: object = {}) => ({
  service: {
    ...serves,
    upgrade: {
      type: "NewClusterWithIncrementalUpgrade",
      step_size_percent: 5,
      interval_seconds: 9,
      gateway_class: "a",
      ...more,
    },
  },
});

/** A field of a job or a service, the first release that has it, and the one before. */
const released: readonly (readonly [
  request: object,
  place: string,
  since: string,
  before: string,
])[] = [
  [job({ suspend: true }), "job.suspend", "0.5.2", "0.5.1"],
  [job({ submitter: { cpu: 1 } }), "job.submitter", "0.6.0", "0.5.2"],
  [service(), "service.serve_config", "0.6.0", "0.5.2"],
  [job({ runtime_env: {} }), "job.runtime_env", "1.0.0", "0.6.0"],
  [job({ entrypoint_cpus: 1 }), "job.entrypoint_cpus", "1.0.0", "0.6.0"],
  [job({ entrypoint_gpus: 1 }), "job.entrypoint_gpus", "1.0.0", "0.6.0"],
  [job({ entrypoint_resources: { a: 1 } }), "job.entrypoint_resources", "1.0.0", "0.6.0"],
  [job({ submission_mode: "HTTPMode" }), "job.submission_mode", "1.1.0", "1.0.0"],
  [job({ active_deadline_seconds: 9 }), "job.active_deadline_seconds", "1.1.0", "1.0.0"],
  [job({ retries: 1 }), "job.retries", "1.2.0", "1.1.1"],
  [job({ submitter: { retries: 1 } }), "job.submitter.retries", "1.2.0", "1.1.1"],
  [{ ...job(), managed_by: "ray.io/kuberay-operator" }, "managed_by", "1.3.0", "1.2.2"],
  [service({ upgrade: { type: "None" } }), "service.upgrade.type", "1.3.0", "1.2.2"],
  [
    service({ exclude_head_from_serving: true }),
    "service.exclude_head_from_serving",
    "1.3.0",
    "1.2.2",
  ],
  [service({ upgrade: { step_size_percent: 1 } }), "service.upgrade", "1.5.0", "1.4.2"],
  [service({ deletion_delay_seconds: 1 }), "service.deletion_delay_seconds", "1.5.0", "1.4.2"],
  [job({ pre_running_deadline_seconds: 9 }), "job.pre_running_deadline_seconds", "1.6.0", "1.5.2"],
  [{ ...service(), managed_by: "ray.io/kuberay-operator" }, "managed_by", "1.6.0", "1.5.2"],
  [job({ schedule: "@daily" }), "job.schedule", "1.6.0", "1.5.2"],
  [job({ time_zone: "UTC" }), "job.time_zone", "1.7.0", "1.6.2"],
  [service({ suspend: true }), "service.suspend", "1.7.0", "1.6.2"],
];

/** The laws of requests that speak of jobs and services. */
export const ownerRuleVectors: readonly Row[] = [
  ...released.flatMap(([request, place, since, before]): readonly Row[] => [
    ["release-required", request, kuberay(since), []],
    ["release-required", request, kuberay(before), [`request ${place}`]],
  ]),
  ["job-and-service", job(), {}, []],
  ["job-and-service", service(), {}, []],
  ["job-and-service", { ...job(), ...service() }, {}, ["request service"]],
  ["owned-cluster", { ...simple(2), suspend: true, upgrade_strategy: "None" }, {}, []],
  ["owned-cluster", job({ suspend: true }), {}, []],
  ["owned-cluster", { ...job(), suspend: false }, {}, ["request suspend"]],
  [
    "owned-cluster",
    { ...service(), suspend: true, upgrade_strategy: "None" },
    {},
    ["request upgrade_strategy", "request suspend"],
  ],
  ["job-without-deadline", simple(2), {}, []],
  ["job-without-deadline", job({ active_deadline_seconds: 1 }), {}, []],
  ["job-without-deadline", job(), kuberay("1.0.0"), []],
  ["job-without-deadline", job(), kuberay("1.1.0"), ["request job"]],
  ["job-without-deadline", { ...job(), ...service() }, {}, []],
];

/** The operator's laws for jobs and services, at places of the request. */
export const ownerLawVectors: readonly Row[] = [
  ["owner-name", named("a".repeat(47), job()), {}, []],
  ["owner-name", named("a".repeat(48), job()), {}, ["request name"]],
  ["owner-name", named("a".repeat(48), service()), kuberay("1.4.0"), ["request name"]],
  ["owner-name", named("a".repeat(46), job()), kuberay("1.3.2"), []],
  ["owner-name", named("a".repeat(47), job()), kuberay("1.3.2"), ["request name"]],
  ["owner-name", named("a".repeat(41), service()), kuberay("1.3.2"), ["request name"]],
  ["owner-name", named("a".repeat(37), job({ schedule: "@daily" })), {}, ["request name"]],
  ["owner-name", named("a".repeat(41), job({ schedule: "@daily" })), kuberay("1.6.2"), []],
  ["job-cluster", job(), {}, []],
  ["job-cluster", job(shared), {}, []],
  ["job-cluster", job({ cluster_selector: { a: "b" } }), {}, ["request job.cluster_selector"]],
  ["job-cluster", job({ ...shared, retries: 1 }), kuberay("1.2.0"), ["request job.retries"]],
  ["job-cluster", job({ ...shared, retries: 1 }), kuberay("1.7.0"), ["request job.retries"]],
  ["job-cluster", job({ ...shared, retries: 0 }), kuberay("1.7.0"), []],
  [
    "job-cluster",
    job({ ...shared, shutdown_after_finish: true }),
    kuberay("0.6.0"),
    ["request job.shutdown_after_finish"],
  ],
  ["job-cluster", job({ ...shared, shutdown_after_finish: true }), kuberay("1.0.0"), []],
  [
    "job-cluster",
    job({ ...shared, submission_mode: "SidecarMode" }),
    {},
    ["request job.submission_mode"],
  ],
  ["job-suspension", job({ suspend: true }), {}, []],
  [
    "job-suspension",
    job({ suspend: true, shutdown_after_finish: false }),
    kuberay("1.1.0"),
    ["request job.suspend"],
  ],
  ["job-suspension", job({ suspend: true, shutdown_after_finish: false }), kuberay("1.0.0"), []],
  ["job-lifetime", job({ ttl_seconds_after_finished: 1 }), {}, []],
  [
    "job-lifetime",
    job({ ttl_seconds_after_finished: 1, shutdown_after_finish: false }),
    kuberay("1.4.0"),
    ["request job.ttl_seconds_after_finished"],
  ],
  [
    "job-lifetime",
    job({ ttl_seconds_after_finished: 1, shutdown_after_finish: false }),
    kuberay("1.3.2"),
    [],
  ],
  ["submission-mode", job({ submission_mode: "InteractiveMode" }), kuberay("1.3.0"), []],
  [
    "submission-mode",
    job({ submission_mode: "InteractiveMode" }),
    kuberay("1.2.2"),
    ["request job.submission_mode"],
  ],
  ["submission-mode", job({ submission_mode: "SidecarMode" }), kuberay("1.5.0"), []],
  [
    "submission-mode",
    job({ submission_mode: "SidecarMode" }),
    kuberay("1.4.2"),
    ["request job.submission_mode"],
  ],
  [
    "submission-mode",
    job({ submission_mode: "SidecarMode", submitter: { cpu: 1 } }),
    {},
    ["request job.submitter"],
  ],
  ["entrypoint", job({ entrypoint: "bash -c 'a && b'" }), {}, []],
  ...["a && b", "a; b", "a | b", "echo $HOME", "a\nb"].map(
    (entrypoint): Row => [
      "entrypoint",
      job({ entrypoint }),
      kuberay("1.3.0"),
      ["request job.entrypoint"],
    ],
  ),
  ["entrypoint", job({ entrypoint: "a && b" }), kuberay("1.2.2"), []],
  ["entrypoint", job({ entrypoint: "a && b", submission_mode: "HTTPMode" }), {}, []],
  ["entrypoint", job({ entrypoint: null }), {}, ["request job.entrypoint"]],
  ["entrypoint", job({ entrypoint: 7 }), {}, []],
  ["entrypoint", job({ entrypoint: null, submission_mode: "InteractiveMode" }), {}, []],
  ["runtime-environment", job({ runtime_env: { pip: ["a"] } }), {}, []],
  ["runtime-environment", job({ runtime_env: "pip: [a]" }), {}, []],
  ["runtime-environment", job({ runtime_env: "- a" }), {}, ["request job.runtime_env"]],
  ["serve-config", service(), {}, []],
  ["serve-config", service({ serve_config: "" }), {}, ["request service.serve_config"]],
  ["serve-config", service({ serve_config: "- a" }), {}, ["request service.serve_config"]],
  ["serve-config", service({ serve_config: 7 }), {}, []],
  ["service-upgrade", { ...scaling, ...incremental() }, {}, []],
  [
    "service-upgrade",
    { ...scaling, ...incremental() },
    kuberay("1.6.2"),
    ["request service.upgrade.type"],
  ],
  ["service-upgrade", { ...simple(2), ...incremental() }, {}, ["request config"]],
  ["service-upgrade", { ...full({}, [[2, 1, {}]]), ...incremental() }, {}, []],
  ["service-upgrade", incremental(), {}, []],
  [
    "service-upgrade",
    { ...scaling, ...incremental({ interval_seconds: null }) },
    {},
    ["request service.upgrade.interval_seconds"],
  ],
  ["cron-job", job({ schedule: "0 3 * * *" }), {}, ["request job.schedule"]],
  ["cron-job", job(), {}, []],
  ["cron-job", job({ schedule: "never" }), {}, ["request job.schedule", "request job.schedule"]],
  [
    "cron-job",
    job({ schedule: "@daily", time_zone: "a b" }),
    {},
    ["request job.schedule", "request job.time_zone"],
  ],
  [
    "cron-job",
    job({ schedule: "@daily", suspend: true }),
    {},
    ["request job.schedule", "request job.suspend"],
  ],
  [
    "cron-job",
    job({ schedule: "@daily", suspend: true }),
    kuberay("1.6.2"),
    ["request job.schedule"],
  ],
  ["cron-job", job({ schedule: "@daily", suspend: false }), {}, ["request job.schedule"]],
  ["managed-elsewhere", { ...job(), managed_by: "ray.io/kuberay-operator" }, {}, []],
  [
    "managed-elsewhere",
    { ...job(), managed_by: "kueue.x-k8s.io/multikueue" },
    {},
    ["request managed_by"],
  ],
  ["kubernetes-tokens", { ...job(), auth: { kubernetes_tokens: false } }, {}, []],
  [
    "kubernetes-tokens",
    { ...job(), auth: { kubernetes_tokens: true } },
    {},
    ["request auth.kubernetes_tokens"],
  ],
  ["kueue", { ...job(), labels: { "kueue.x-k8s.io/queue-name": "a" } }, {}, []],
  [
    "kueue",
    { ...simple(2), labels: { "kueue.x-k8s.io/queue-name": "A", "volcano.sh/queue-name": "b" } },
    {},
    ['request labels["kueue.x-k8s.io/queue-name"]', 'request labels["volcano.sh/queue-name"]'],
  ],
  // Told in the request's words: kueue-autoscaling.
  ["kueue", { ...scaling, labels: { "kueue.x-k8s.io/queue-name": "a" } }, {}, []],
  [
    "kueue",
    { ...simple(2), suspend: false, labels: { "kueue.x-k8s.io/queue-name": "a" } },
    {},
    ["request suspend"],
  ],
  [
    "kueue",
    { ...job({ suspend: true }), labels: { "kueue.x-k8s.io/queue-name": "a" } },
    {},
    ["request job.suspend"],
  ],
  [
    "kueue",
    {
      ...full(
        {},
        Array.from({ length: 8 }, () => [1, 1, {}]),
      ),
      labels: { "kueue.x-k8s.io/queue-name": "a" },
    },
    {},
    ["request config.scaling_groups"],
  ],
  [
    "kueue",
    {
      ...scaling,
      labels: { "kueue.x-k8s.io/queue-name": "a" },
      annotations: { "kueue.x-k8s.io/elastic-job": "true" },
      managed_by: "kueue.x-k8s.io/multikueue",
    },
    {},
    ["request managed_by"],
  ],
  [
    "kueue",
    {
      labels: { "kueue.x-k8s.io/queue-name": "a" },
      annotations: { "kueue.x-k8s.io/elastic-job": "true" },
      managed_by: "kueue.x-k8s.io/multikueue",
    },
    {},
    [],
  ],
  [
    "kueue",
    {
      config: {
        head_node: { cpu: 1, memory_gb: 1 },
        scaling_groups: [
          {
            name: "head",
            worker_nodes: { cpu: 1, memory_gb: 1 },
            min_workers: 1,
            max_workers: 1,
          },
        ],
      },
      labels: { "kueue.x-k8s.io/queue-name": "a" },
    },
    {},
    [],
  ],
  ["scheduling-labels", { labels: { [GANG]: "true" } }, {}, []],
  ["scheduling-labels", { labels: { [GANG]: "no" } }, {}, [atLabel(GANG)]],
  ["scheduling-labels", fractional({}), {}, [atLabel(KAI_QUEUE)]],
  ["scheduling-labels", { ...fractional({}), labels: { [KAI_QUEUE]: "a" } }, {}, []],
  ["scheduling-labels", fractional({ labels: { [KAI_QUEUE]: "a" } }), {}, []],
  [
    "scheduling-labels",
    simple(1),
    { ray: { non_gpu_annotations: { "gpu-memory": "2000" } } },
    [atLabel(KAI_QUEUE)],
  ],
  ["scheduling-labels", { ...job(), labels: { [GANG]: "true" } }, {}, []],
  ["scheduling-labels", { ...job(), labels: { [GANG]: "false" } }, {}, [atLabel(GANG)]],
  ["scheduling-labels", { ...simple(2), labels: { [GANG]: "no" } }, {}, [atLabel(GANG)]],
  ["scheduling-labels", { ...scaling, labels: { [GANG]: "true" } }, {}, [atLabel(GANG)]],
  ["scheduling-labels", { ...simple(2), labels: { "ray.io/scheduler-name": "volcano" } }, {}, []],
  ["job-metadata", job({ metadata: { a: "b" } }), kuberay("1.6.2"), []],
  [
    "job-metadata",
    { ...job({ metadata: { a: "b" } }), ray_version: "2.5.0" },
    kuberay("1.6.2"),
    ["request job.metadata"],
  ],
  ["lingering-cluster", job(), {}, []],
  [
    "lingering-cluster",
    job({ shutdown_after_finish: null }),
    {},
    ["request job.shutdown_after_finish"],
  ],
  ["lingering-cluster", job({ schedule: "@daily" }), {}, []],
];
