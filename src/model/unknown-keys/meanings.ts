import type { PlaceName } from "./places.ts";

/** What a key that is none of ours most likely means. */
export interface Meaning {
  /** Spellings, without regard to case, `-` and `_`. */
  readonly words: readonly string[];
  /** The object that has the fields. */
  readonly place: PlaceName;
  /** What it is called here; several where it becomes several fields, none where there is nothing like it. */
  readonly fields: readonly string[];
  /** What else must be known to write it, or what to do where there are no fields: a sentence. */
  readonly note?: string;
}

const VARIABLE_WORDS = "envs environment environment_variables env_vars env_from container_env";
const VARIABLE_NOTE =
  "It is a map from names to texts, or to where Kubernetes reads the value from.";
const VOLUME_WORDS = "volume volume_mounts mounts";
const VOLUME_NOTE =
  "It is a list of objects with mount_path and one of claim, config_map, secret and empty_dir.";

/**
 * Words of Ray's, KubeRay's, kubectl-ray's, Helm charts' and people's own, by what they mean here.
 * Order: from the outer objects to the inner ones, the request's before the settings'. Of two meanings in one place the first
 * counts.
 */
export const meanings: readonly Meaning[] = Object.freeze([
  // The request
  means("cluster_name raycluster_name", "request", "name"),
  means("ns", "request", "namespace"),
  means("metadata", "request", "name namespace labels annotations", "Write them at the top level."),
  means("container_image docker_image image_uri", "request", "image"),
  means("version ray", "request", "ray_version"),
  means("cluster_config ray_config spec cluster ray_cluster ray_cluster_spec", "request", "config"),
  means("label", "request", "labels"),
  means("annotation", "request", "annotations"),
  means(
    "timeout timeout_seconds activation_timeout wait_timeout",
    "request",
    "activation_timeout_seconds",
  ),
  means("log_to_driver logs", "request", "forward_logs"),
  means(VARIABLE_WORDS, "request", "env", VARIABLE_NOTE),
  means(VOLUME_WORDS, "request", "volumes", VOLUME_NOTE),
  means("service_type head_service_type", "request", "head_service"),
  means(
    "gcs_fault_tolerance_options fault_tolerance gcs_ft ft_enabled redis",
    "request",
    "gcs_fault_tolerance",
  ),
  means("auth_options authentication", "request", "auth"),
  means("suspended pause paused", "request", "suspend"),
  means("tls_options", "request", "tls"),
  means(
    "enable_ingress ingress ingress_options spec_template raycluster_template",
    "request",
    "cluster_template",
    "It is a partial RayCluster, where the settings allow it.",
  ),
  means(
    "entrypoint command ray_job_spec jobs",
    "request",
    "job",
    "It has an entrypoint, such as {entrypoint: python train.py}.",
  ),
  means("serve serve_config ray_service_spec services", "request", "service"),
  nothing(
    "api_version kind",
    "request",
    "A request has neither apiVersion nor kind: it has name, image, ray_version and config.",
  ),

  // The config
  means("head master head_group head_group_spec head_config head_spec", "config", "head_node"),
  means(
    "workers worker worker_groups worker_group worker_group_specs worker_group_spec groups node_groups additional_worker_groups worker_nodes node_pools scaling_group",
    "config",
    "scaling_groups",
    "It is a list of objects with worker_nodes, min_workers and max_workers.",
  ),
  means(
    "nodes workers worker num_nodes node_count number_of_nodes size replicas count n_workers num_workers worker_replicas worker_count min_nodes min_workers min_replicas min minimum",
    "config",
    "n_nodes",
    "It counts the head too.",
  ),
  means(
    "max_workers max_replicas max maximum max_size max_n_nodes",
    "config",
    "max_nodes",
    "It counts the head too.",
  ),
  means("node node_spec resources", "config", "node_config"),
  means("enable_in_tree_autoscaling enable_autoscaling", "config", "autoscaling"),
  means(
    "autoscaler autoscaler_options autoscale autoscaling_config",
    "config",
    "autoscaler_config",
    "It says what the autoscaler asks for, such as {cpu: 0.5, memory_gb: 1}.",
  ),

  // A scaling group
  means("min min_replicas minimum min_size min_nodes", "group", "min_workers"),
  means("max max_replicas maximum max_size max_nodes", "group", "max_workers"),
  means(
    "replicas count size num_workers n_workers number_of_workers worker_replicas desired_workers n_nodes num_nodes",
    "group",
    "min_workers max_workers",
    "Where they are equal, the group has that size.",
  ),
  means(
    "worker_node worker node nodes node_config template resources worker_config",
    "group",
    "worker_nodes",
  ),
  means("group_name", "group", "name"),
  means("num_of_hosts num_hosts number_of_hosts", "group", "hosts"),
  means("initial_workers initial_replicas start_workers", "group", "workers"),
  means("idle_timeout", "group", "idle_timeout_seconds"),

  // A node
  means(
    "gpu gpus num_gpus n_gpus gpu_num number_of_gpus nvidia.com/gpu gpu_limit worker_gpu head_gpu",
    "node",
    "gpu_count",
  ),
  means(
    "memory mem ram memory_gi memory_gib memory_mb memory_mib mem_gb memory_in_gb memory_bytes worker_memory head_memory",
    "node",
    "memory_gb",
    "It is a number of GiB without a unit, such as 32.",
  ),
  means(
    "cpus num_cpus n_cpus vcpu vcpus cores cpu_count cpu_cores number_of_cpus worker_cpu head_cpu",
    "node",
    "cpu",
  ),
  means(
    "resources resource_limits",
    "node",
    "cpu memory_gb gpu_count",
    "Write them directly below the node; requests equal limits unless requests or limits say otherwise.",
  ),
  means("resource_requests", "node", "requests", "It has cpu and memory_gb."),
  means("accelerator_type accelerator_name", "node", "accelerator"),
  means(
    "tpu tpus num_tpus neuron neurons neuron_cores npu npus num_npus hpu hpus",
    "node",
    "accelerator accelerator_count",
    "The settings name accelerators, in ray.accelerators.",
  ),
  means("ephemeral_storage storage disk disk_gb disk_size", "node", "ephemeral_storage_gb"),
  means("shm shm_size dev_shm shared_memory", "node", "shm_gb"),
  means("pull_policy", "node", "image_pull_policy"),
  means(VARIABLE_WORDS, "node", "env", VARIABLE_NOTE),
  means(VOLUME_WORDS, "node", "volumes", VOLUME_NOTE),
  means("custom_resources", "node", "ray_resources"),
  means(
    "start_params head_ray_start_params worker_ray_start_params",
    "node",
    "ray_start_params",
    "Its keys are parameters of ray start without the dashes.",
  ),
  means("template pod_spec pod", "node", "pod_template"),
  means("container", "node", "container_name"),

  // The autoscaler
  means("memory mem ram", "autoscaler", "memory_gb", "It is a number of GiB without a unit."),
  means("cpus num_cpus cores", "autoscaler", "cpu"),
  means("resources limits requests", "autoscaler", "cpu memory_gb", "Write them directly here."),
  means("idle_timeout", "autoscaler", "idle_timeout_seconds"),
  means("pull_policy", "autoscaler", "image_pull_policy"),
  means(VARIABLE_WORDS, "autoscaler", "env", VARIABLE_NOTE),

  // The job
  means("command cmd", "job", "entrypoint"),
  means("runtime_env_yaml runtime_environment", "job", "runtime_env"),
  means("backoff_limit max_retries", "job", "retries"),
  means("ttl ttl_seconds", "job", "ttl_seconds_after_finished"),
  means("cron", "job", "schedule"),
  means("shutdown_after_job_finishes shutdown_after_job_finished", "job", "shutdown_after_finish"),

  // The service
  means("serve_config_v2", "service", "serve_config"),
  means("upgrade_strategy", "service", "upgrade"),

  // The settings of Ray
  means("node_selector node_selectors selector", "ray", "gpu_node_selector non_gpu_node_selector"),
  means("cpu_node_selector", "ray", "non_gpu_node_selector"),
  means("tolerations toleration taints", "ray", "gpu_tolerations non_gpu_tolerations"),
  means("cpu_tolerations", "ray", "non_gpu_tolerations"),
  means("pod_labels", "ray", "gpu_labels non_gpu_labels"),
  means("pod_annotations", "ray", "gpu_annotations non_gpu_annotations"),
  means(
    "gpus gpu gpu_enabled gpus_enabled enable_gpu enable_gpus gpu_support use_gpu",
    "ray",
    "supports_gpus",
  ),
  means(
    "gpu_resource_key gpu_key gpu_resource gpu_resource_name resource_key",
    "ray",
    "gpu_resource_request_key",
  ),
  means("enable", "ray", "enabled"),
  means("busybox busybox_pull_override", "ray", "busybox_image"),

  // The other settings
  means("operator_version kuberay", "settings", "kuberay_version"),
  means("service_account_name account", "worker", "service_account", "Write {name: NAME}."),
  means("pull_secrets image_pull_secret", "worker", "image_pull_secrets"),
]);

function means(words: string, place: PlaceName, fields: string, note?: string): Meaning {
  return Object.freeze({
    words: Object.freeze(words.split(" ").map(foldKey)),
    place,
    fields: Object.freeze(fields === "" ? [] : fields.split(" ")),
    ...(note === undefined ? {} : { note }),
  });
}

function nothing(words: string, place: PlaceName, note: string): Meaning {
  return means(words, place, "", note);
}

/** A key without case, `-` and `_`: `gpuCount`, `gpu-count` and `gpu_count` are one. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, "");
}
