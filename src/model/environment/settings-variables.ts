/** An environment variable of the server, and the setting that it carries. */
export interface SettingsVariable {
  readonly name: string;
  /** Where DeploymentSettings have it. */
  readonly path: readonly string[];
  /** `json`: the value is JSON in a string, text in double quotes. `plain`: the value is the text. */
  readonly encoding: "json" | "plain";
}

/** Every variable, in the order of the settings; diagnostics and documentation follow it. */
export const settingsVariables: readonly SettingsVariable[] = Object.freeze([
  ray("RAY_SUPPORTS_GPUS", "supports_gpus"),
  ray("RAY_GPU_NODE_SELECTOR", "gpu_node_selector"),
  ray("RAY_NON_GPU_NODE_SELECTOR", "non_gpu_node_selector"),
  ray("RAY_GPU_TOLERATIONS", "gpu_tolerations"),
  ray("RAY_NON_GPU_TOLERATIONS", "non_gpu_tolerations"),
  ray("RAY_GPU_LABELS", "gpu_labels"),
  ray("RAY_NON_GPU_LABELS", "non_gpu_labels"),
  ray("RAY_GPU_ANNOTATIONS", "gpu_annotations"),
  ray("RAY_NON_GPU_ANNOTATIONS", "non_gpu_annotations"),
  ray("RAY_GPU_RESOURCE_REQUEST_KEY", "gpu_resource_request_key"),
  ray("RAY_BUSYBOX_PULL_OVERRIDE", "busybox_image"),
  Object.freeze({
    name: "SEMATIC_WORKER_KUBERNETES_SA",
    path: Object.freeze(["worker", "service_account", "name"]),
    encoding: "plain",
  }),
]);

function ray(name: string, key: string): SettingsVariable {
  return Object.freeze({ name, path: Object.freeze(["ray", key]), encoding: "json" });
}
