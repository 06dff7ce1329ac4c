import { settingsVariables } from "../environment/settings-variables.ts";
import { foldKey } from "./fold-key.ts";
import type { PlaceName } from "./places.ts";
import { placeOf } from "./places.ts";

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
  "It is a map from names to strings, or to the sources from which Kubernetes reads the values.";
const VOLUME_WORDS = "volume volume_mounts mounts";
const VOLUME_NOTE =
  "It is a list of objects with mount_path and one of claim, config_map, secret and empty_dir.";

const JSON_NOTE = "Its value here is YAML, not JSON in a string.";
const GIB_NOTE = "It is a number of GiB without a unit.";

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
  means(
    "deletion_strategy deletion_rules submitter_pod_template submitter_template",
    "request",
    "job_template",
    "It is a partial RayJobSpec, where the settings allow it.",
  ),
  means(
    "serve_service",
    "request",
    "service_template",
    "It is a partial RayServiceSpec, where the settings allow it.",
  ),
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
    "It includes the head.",
  ),
  means(
    "max_workers max_replicas max maximum max_size max_n_nodes",
    "config",
    "max_nodes",
    "It includes the head.",
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
    "If they are equal, the group has that size.",
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
  means("memory mem ram", "autoscaler", "memory_gb", GIB_NOTE),
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

  // What stands below a node
  means("memory mem ram", "requests", "memory_gb", GIB_NOTE),
  means("cpus num_cpus cores", "requests", "cpu"),
  nothing(
    "gpu gpus gpu_count num_gpus nvidia.com/gpu accelerator accelerator_count",
    "requests",
    "Devices are requested as they are limited: by gpu_count or accelerator_count of the node.",
  ),
  nothing(
    "ephemeral_storage ephemeral_storage_gb storage",
    "requests",
    "Local disk is requested as it is limited: by ephemeral_storage_gb of the node.",
  ),
  nothing(
    "memory memory_gb mem ram",
    "nodeLimits",
    "The limit of memory is memory_gb of the node; limits takes only cpu: null.",
  ),
  nothing(
    "gpu gpus gpu_count num_gpus nvidia.com/gpu accelerator accelerator_count",
    "nodeLimits",
    "Devices are limited by gpu_count or accelerator_count of the node.",
  ),
  nothing(
    "ephemeral_storage ephemeral_storage_gb storage",
    "nodeLimits",
    "Local disk is limited by ephemeral_storage_gb of the node.",
  ),
  means("cpus num_cpus cores", "nodeLimits", "cpu"),
  means(
    "claim_name pvc pvc_name existing_claim persistent_volume_claim volume_claim",
    "volume",
    "claim",
    "It is only the name of the claim.",
  ),
  means("config_map_name", "volume", "config_map"),
  means("secret_name", "volume", "secret"),
  means("path mount container_path target mount_point", "volume", "mount_path"),
  means("sub_path_expr", "volume", "sub_path"),
  means("empty tmpfs memory", "volume", "empty_dir", "It may be {}."),
  means(
    "size size_gb size_limit medium in_memory",
    "volume",
    "empty_dir",
    "Write {size_gb: 10} or {in_memory: true} below it.",
  ),
  means("volume_name", "volume", "name"),
  nothing(
    "host_path nfs csi projected ephemeral downward_api image items default_mode fs_type",
    "volume",
    "This is said by pod_template, as volumes and volumeMounts of Kubernetes, where the settings allow it.",
  ),
  means("size_limit size limit", "emptyFolder", "size_gb", GIB_NOTE),
  means("medium memory", "emptyFolder", "in_memory", "It is true in place of Memory."),

  // The options of the request
  means("service_type kind", "headService", "type"),
  means("service_name", "headService", "name"),
  means("service_annotations head_service_annotations", "headService", "annotations"),
  means("service_labels", "headService", "labels"),
  means("metadata", "headService", "labels annotations", "Write them directly here."),
  nothing(
    "ports port spec cluster_ip namespace selector external_traffic_policy",
    "headService",
    "KubeRay makes the rest of the Service; only name, type, labels and annotations can be chosen.",
  ),
  means(
    "address redis_url redis_uri redis_host url uri host redis external_redis",
    "faultTolerance",
    "redis_address",
    "It is host:port.",
  ),
  means("password", "faultTolerance", "redis_password"),
  means("username user redis_user", "faultTolerance", "redis_username"),
  means(
    "namespace storage_namespace redis_namespace external_storage_ns",
    "faultTolerance",
    "external_storage_namespace",
  ),
  means("type gcs_backend", "faultTolerance", "backend"),
  means("volume pvc claim claim_name", "faultTolerance", "storage", "Write {claim: NAME} there."),
  nothing("enabled enable", "faultTolerance", "It is on if gcs_fault_tolerance is set."),
  means("claim_name pvc existing_claim persistent_volume_claim", "storage", "claim"),
  means("size storage capacity", "storage", "size_gb", GIB_NOTE),
  means("storage_class_name class", "storage", "storage_class"),
  means("retention_policy reclaim_policy", "storage", "deletion_policy"),
  means("enable_k8s_token_auth k8s_tokens k8s_token_auth", "auth", "kubernetes_tokens"),
  means("secret_name token_secret", "auth", "secret"),
  means("type", "auth", "mode"),
  nothing("enabled enable", "auth", "Write mode: token, or mode: disabled."),
  means("head_group head_rules head_node", "networkPolicy", "head"),
  means("worker_group worker_rules workers worker_nodes", "networkPolicy", "worker"),
  means("policy type", "networkPolicy", "mode"),
  means(
    "ingress ingress_rules egress egress_rules",
    "networkPolicy",
    "head worker",
    "Write the rules below them.",
  ),
  nothing("enabled enable", "networkPolicy", "It is on if network_policy is set."),
  means("ingress", "networkRules", "ingress_rules"),
  means("egress", "networkRules", "egress_rules"),
  means("enable enable_tls use_tls", "tls", "enabled"),

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
  means("accelerator accelerator_types", "ray", "accelerators", "It is a map from names."),
  means("capacity largest_node", "ray", "node_capacity"),
  means("cluster_limits quota", "ray", "limits"),
  means("resource_name resource_key gpu_resource_request_key key", "accelerator", "resource"),
  means("ray_name ray_resource_name ray_resources", "accelerator", "ray_resource"),
  means("allowed_counts count", "accelerator", "counts", "It is a list of numbers."),
  means("num_hosts num_of_hosts", "accelerator", "hosts"),
  means("node_selectors selector", "accelerator", "node_selector"),
  means("toleration taints", "accelerator", "tolerations"),
  means("runtime_class_name", "accelerator", "runtime_class"),
  means("capacity node", "accelerator", "node_capacity"),
  means("extra resources companions", "accelerator", "extra_resources"),
  means("template pod_spec", "accelerator", "pod_template"),
  means("memory mem ram", "capacity", "memory_gb", GIB_NOTE),
  means("cpus num_cpus cores", "capacity", "cpu"),
  means("gpu gpus num_gpus devices nvidia.com/gpu", "capacity", "gpu_count"),
  means("pods max_nodes max_pods", "clusterLimits", "nodes"),
  means("memory mem ram max_memory", "clusterLimits", "memory_gb", GIB_NOTE),
  means("cpus num_cpus cores max_cpu max_cpus", "clusterLimits", "cpu"),
  means("gpu gpu_count num_gpus devices max_gpus", "clusterLimits", "gpus"),
  means("log logs logs_volume ray_logs", "conventions", "log_volume"),
  means("ray_log_to_stderr stderr", "conventions", "log_to_stderr"),
  means("pre_stop ray_stop", "conventions", "stop_before_exit"),
  means("ports named_ports head_ports", "conventions", "name_head_ports"),
  means("busybox busybox_pull_override", "ray", "busybox_image"),

  // Variables of a server's environment
  ...settingsVariables.map(({ name, path, encoding }) => {
    const place = placeOf("settings", path.slice(0, -1)) ?? "ray";
    return means(name, place, path.at(-1) ?? "", encoding === "json" ? JSON_NOTE : undefined);
  }),

  // The other settings
  means("operator_version kuberay", "settings", "kuberay_version"),
  means("service_account_name account", "worker", "service_account", "Write {name: NAME}."),
  means("pull_secrets image_pull_secret", "worker", "image_pull_secrets"),

  // What templates of jobs and services say; last, since other places have fields of these names
  nothing(
    "deletion_strategy deletion_rules submitter_pod_template submitter_template pod_template",
    "job",
    "This is said by job_template of the request, a partial RayJobSpec, where the settings allow it.",
  ),
  nothing(
    "env command args gpu_count pod_template template volumes",
    "submitter",
    "This is said by job_template of the request, as submitterPodTemplate, where the settings allow it.",
  ),
  nothing(
    "serve_service service_type pod_template",
    "service",
    "This is said by service_template of the request, as serveService, where the settings allow it.",
  ),
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
