/** A sound request without a warning. */
export const REQUEST = `name: train
image: registry.example.com/train:1.2
ray_version: "2.46.0"
config:
  n_nodes: 2
  node_config: {cpu: 4, memory_gb: 16}
`;

/** The same under another name. */
export const OTHER_REQUEST = REQUEST.replace("train\n", "serve\n");

/** A sound request with a warning: fractional-cpu at 6:22. */
export const WARNED_REQUEST = REQUEST.replace("cpu: 4", "cpu: 1.5");

/** A request with one error: invalid-name at 1:7. */
export const INVALID_REQUEST = REQUEST.replace("name: train", "name: Train");

/** Settings with a warning: ray-management-off at 1:20. */
export const WARNED_SETTINGS = "rbac: {manage_ray: false}\n";

/** Settings with one error: unknown-field at 1:7. */
export const INVALID_SETTINGS = "ray: {suports_gpus: true}\n";
