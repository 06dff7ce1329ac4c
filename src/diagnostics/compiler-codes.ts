import { error, warning } from "./code-entry.ts";

/**
 * The codes of what is compiled. Order: reading the text, one field, across fields and documents, the project file,
 * warnings, the report itself.
 */
export const compilerCodes = Object.freeze({
  // Reading
  "yaml-syntax": error("The text is well-formed YAML 1.2 or JSON."),
  "duplicate-key": error("A key appears once in its object."),
  "unsupported-yaml": error(
    "The text is one document, without directives, tags, merge keys or keys that are not strings.",
  ),
  "input-limit": error("Text, depth, lists, strings and aliases stay within their limits."),
  "not-plain-data": error("An object passed to the library contains plain data only."),
  "invalid-option": error(
    "Every option is one that the function knows, with a value of the right type.",
  ),
  "foreign-document": error(
    "The document is of the expected kind, and any template in it is rendered.",
  ),

  // One field
  "missing-field": error("Every required field is present."),
  "unknown-field": error("Every field is one that the compiler knows."),
  "wrong-type": error("A field has its documented type."),
  "number-out-of-range": error("A number is within its bounds and is not zero after rounding."),
  "unprintable-text": error("Text contains only characters that every YAML reader preserves."),
  "invalid-name": error("The cluster's name is a DNS-1035 label of at most 53 characters."),
  "invalid-namespace": error("The namespace is a DNS-1123 label."),
  "invalid-image": error("The image is a reference that a container runtime can pull."),
  "invalid-version": error("A version is numbers with dots, such as 2.9.3."),
  "invalid-label": error("Labels have the keys and values that Kubernetes accepts."),
  "invalid-annotation": error("Annotations have keys that Kubernetes accepts and at most 256 KiB."),
  "reserved-key": error("Users set no labels or annotations that KubeRay owns."),
  "invalid-node-selector": error("Node selectors have keys and values that nodes can have."),
  "invalid-toleration": error("A toleration is one that Kubernetes accepts."),
  "invalid-service-account": error("The service account's name is a DNS-1123 subdomain."),
  "invalid-image-pull-secret": error("An image pull secret's name is a DNS-1123 subdomain."),
  "invalid-resource-key": error("A resource key names an extended resource."),
  "value-not-allowed": error("A field with a fixed set of values has one of them."),
  "invalid-object-name": error(
    "The name of a Secret, a ConfigMap, a claim or a StorageClass is a DNS-1123 subdomain.",
  ),
  "invalid-environment": error(
    "Environment variables have names and sources that Kubernetes accepts.",
  ),
  "invalid-volume": error("A volume has one source and a path that Kubernetes accepts."),
  "invalid-start-parameter": error(
    "Parameters of ray start have names and numbers that ray start can read.",
  ),
  "invalid-ray-resource": error(
    "Custom resources of Ray have names and whole numbers that Ray can read.",
  ),
  "invalid-network-rule": error("Network rules have peers and ports that Kubernetes accepts."),
  "invalid-redis-option": error(
    "The address of Redis and the prefix of its keys are each one word.",
  ),

  // Across fields and documents
  "worker-bounds": error("min_workers is at most max_workers in every scaling group."),
  "node-bounds": error("max_nodes is at least n_nodes."),
  "autoscaler-required": error("If any group can scale, the request has an autoscaler_config."),
  "ray-disabled": error("The deployment has Ray enabled."),
  "gpus-unsupported": error("Nodes ask for GPUs only if the deployment has them."),
  "gpu-resource-key-required": error("More than one GPU per node needs a GPU resource key."),
  "gpu-resource-key-not-gpus": error(
    "If nodes ask for GPUs, the GPU resource key is one that counts GPUs.",
  ),
  "service-account-name-cut": error(
    "If any group can scale, the service account's name is short enough that KubeRay keeps all of it.",
  ),
  "image-ray-too-old": error(
    "The image's Ray answers the probes that KubeRay chooses from ray_version.",
  ),
  "release-required": error("The target KubeRay release has every field."),
  "ray-release-required": error("The request's Ray version supports every field."),
  "requests-over-limits": error("The requests of a node are at most its limits."),
  "mount-path-twice": error("Every volume of a node has its own mount path."),
  "volume-name-taken": error("Every volume of a pod has a unique name."),
  "container-name-taken": error("Ray's container has a unique name in its pod."),
  "reserved-variable": error("Users set no environment variables that KubeRay sets."),
  "group-name-taken": error(
    "Every scaling group has a unique name that KubeRay does not use itself.",
  ),
  "start-parameter-refused": error(
    "Users set no parameter of ray start that has its own field or that KubeRay sets.",
  ),
  "reserved-ray-resource": error("Custom resources are not ones that Ray counts itself."),
  "autoscaler-contradiction": error("The autoscaler's options do not contradict each other."),
  "auth-contradiction": error("The authentication options do not contradict each other."),
  "network-rules-contradiction": error(
    "Network rules contradict neither themselves nor the mode of the policy.",
  ),
  "gcs-storage-contradiction": error(
    "The storage of the head's state has only the fields of its backend.",
  ),
  "accelerator-unknown": error("The settings define every accelerator that the request names."),
  "accelerator-count": error("A node asks for an allowed number of devices."),
  "accelerator-count-alone": error("accelerator_count is given together with accelerator."),
  "gpus-beside-accelerator": error("A node asks for GPUs or for an accelerator, not for both."),
  "accelerator-ray-resource": error(
    "Every accelerator that a node asks for has the right resource name in Ray.",
  ),
  "accelerator-extra-resource": error(
    "The extra resources of an accelerator include no second accelerator.",
  ),
  "tpu-selector-missing": error("Pods with TPUs select nodes by accelerator and topology."),
  "accelerator-hosts": error("A worker has as many pods as its accelerator needs."),
  "pod-fits-no-node": error("Every pod fits on the largest node that the settings describe."),
  "cluster-over-limits": error(
    "At its maximum size, a cluster uses no more than the deployment allows.",
  ),
  "request-pod-templates-off": error(
    "A request has pod templates only if the settings allow them.",
  ),
  "pod-template-merge": error("A pod template is a valid strategic merge patch."),
  "pod-template-conflict": error("A pod template does not change what the manifest depends on."),
  "job-and-service": error("A request has a job or a service, not both."),
  "owned-cluster": error(
    "If a job or a service makes the cluster, it controls suspension and upgrades.",
  ),
  "ray-version-unsupported": error("Ray is 2.0 or newer."),
  "kuberay-version-unsupported": error("KubeRay is 0.4.0 or newer."),

  // The project file
  "invalid-target": error(
    "A target of a project file has a unique name, requests that exist and outputs of its own.",
  ),

  // Warnings
  "surprising-yaml": warning(
    "Every YAML reader reads a word without quotes the same way, and a key appears once.",
  ),
  "group-without-workers": warning("Every scaling group can have at least one worker."),
  "autoscaler-unused": warning("An autoscaler_config is given only if something can scale."),
  "tpu-on-head": warning("Only workers ask for TPUs."),
  "accelerator-shares": warning("Ray offers whole GPUs, unless shares of GPUs are intended."),
  "fraction-beside-devices": warning("A pod that asks for a part of a GPU asks for no whole GPU."),
  "devices-untold": warning(
    "Ray knows of the devices that a node gets without a field of its own.",
  ),
  "device-variable": warning("Users leave the variables of devices to plug-ins, webhooks and Ray."),
  "job-without-deadline": warning("A job has a deadline."),
  "node-memory-low": warning("Every node has at least 2 GiB of memory."),
  "autoscaler-memory-low": warning("The autoscaler has at least 1 GiB of memory."),
  "fractional-cpu": warning("Nodes have whole CPUs, as Ray counts them."),
  "ray-version-missing": warning("A request states the version of Ray in its image."),
  "ray-too-old-for-kuberay": warning("Ray is new enough for the target KubeRay release."),
  "ray-version-avoided": warning(
    "The Ray release does not fail the probes of KubeRay 1.1 and 1.2.",
  ),
  "agent-port-unasked": warning(
    "Ray's dashboard agent listens on the port that the probes of KubeRay 1.1 to 1.5 ask.",
  ),
  "image-ray-version": warning("The tag of an official Ray image matches ray_version."),
  "kuberay-version-unknown": warning("The compiler knows the KubeRay release."),
  "misspelt-setting": warning("No ignored key looks like a setting."),
  "settings-not-found": warning("The settings are at the expected path."),
  "feature-gate-needed": warning(
    "A field that needs a feature gate of KubeRay is used only if the gate is known to be on.",
  ),
  "key-without-effect": warning(
    "The target release reads the labels and annotations that are meant for KubeRay.",
  ),
  "kueue-autoscaling": warning(
    "A cluster under a Kueue queue does not scale by itself, unless it is an elastic job.",
  ),
  "ray-management-off": warning("The server may manage RayClusters."),
  "head-service-name-cut": warning("KubeRay gives the head Service the name that users expect."),

  // The report itself
  "diagnostics-omitted": error("At most 50 diagnostics are reported."),
});

/** A code of what is compiled. */
export type CompilerCode = keyof typeof compilerCodes;

export function isCompilerCode(code: string): code is CompilerCode {
  return Object.hasOwn(compilerCodes, code);
}
