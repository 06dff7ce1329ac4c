import { error, warning } from "./code-entry.ts";

/**
 * The codes of what is compiled. Order: reading the text, one field, across fields and documents, the project file,
 * warnings, the report itself.
 */
export const compilerCodes = Object.freeze({
  // Reading
  "yaml-syntax": error("The text is well-formed YAML 1.2 or JSON."),
  "duplicate-key": error("A key stands once in its object."),
  "unsupported-yaml": error(
    "One document, without directives, tags, merge keys or keys that are not text.",
  ),
  "input-limit": error("Text, depth, lists, strings and aliases stay within their limits."),
  "not-plain-data": error("An object given to the library holds plain data only."),
  "invalid-option": error("Options are ones that the function knows, of the types that it wants."),
  "foreign-document": error("The document is what it is given as, and filled in."),

  // One field
  "missing-field": error("Every required field is there."),
  "unknown-field": error("Every field is one that the compiler knows."),
  "wrong-type": error("A field has the type that it is documented with."),
  "number-out-of-range": error("A number lies within its bounds and is not zero after rounding."),
  "unprintable-text": error("Text holds only characters that every YAML reader carries."),
  "invalid-name": error("The cluster's name is a DNS-1035 label of at most 53 characters."),
  "invalid-namespace": error("The namespace is a DNS-1123 label."),
  "invalid-image": error("The image is a reference that a container runtime can pull."),
  "invalid-version": error("A version reads as numbers with dots, such as 2.9.3."),
  "invalid-label": error("Labels have the keys and values that Kubernetes accepts."),
  "invalid-annotation": error("Annotations have keys that Kubernetes accepts and at most 256 KiB."),
  "reserved-key": error("Labels and annotations that KubeRay owns are left to KubeRay."),
  "invalid-node-selector": error("Node selectors have the keys and values that nodes can carry."),
  "invalid-toleration": error("A toleration is one that Kubernetes accepts."),
  "invalid-service-account": error("The service account's name is a DNS-1123 subdomain."),
  "invalid-image-pull-secret": error("An image pull secret's name is a DNS-1123 subdomain."),
  "invalid-resource-key": error("A resource key names an extended resource."),
  "value-not-allowed": error("A field with a fixed choice of values has one of them."),
  "invalid-object-name": error(
    "The name of a Secret, a ConfigMap, a claim or a StorageClass is a DNS-1123 subdomain.",
  ),
  "invalid-environment": error(
    "Environment variables have names and sources that Kubernetes accepts.",
  ),
  "invalid-volume": error("A volume has one source and a path that Kubernetes accepts."),
  "invalid-start-parameter": error("Parameters of ray start have names that ray start can have."),
  "invalid-ray-resource": error(
    "Custom resources of Ray have names and whole numbers that Ray reads.",
  ),

  "invalid-redis-option": error("The address of Redis and the prefix of its keys are one word."),

  // Across fields and documents
  "worker-bounds": error("min_workers is at most max_workers in every scaling group."),
  "node-bounds": error("max_nodes is at least n_nodes."),
  "autoscaler-required": error("Where any group can scale, there is an autoscaler_config."),
  "ray-disabled": error("The deployment has Ray enabled."),
  "gpus-unsupported": error("GPUs are asked for only where the deployment has them."),
  "gpu-resource-key-required": error("More than one GPU a node needs a GPU resource key."),
  "gpu-resource-key-not-gpus": error("The GPU resource key counts GPUs where GPUs are asked for."),
  "service-account-name-cut": error(
    "Where any group can scale, the service account has a name that KubeRay does not change.",
  ),
  "image-ray-too-old": error(
    "The image's Ray answers the probes that KubeRay chooses by ray_version.",
  ),
  "release-required": error("Every field is one that the target KubeRay release has."),
  "ray-release-required": error("Every field is one that the Ray of the request has."),
  "requests-over-limits": error("What a node requests is at most what it may use."),
  "mount-path-twice": error("Every volume of a node has a path of its own."),
  "reserved-variable": error("Environment variables that KubeRay sets are left to KubeRay."),
  "group-name-taken": error(
    "Every scaling group has a name of its own that KubeRay does not use itself.",
  ),
  "start-parameter-refused": error(
    "Parameters of ray start that a field stands for, or that KubeRay sets, are left alone.",
  ),
  "reserved-ray-resource": error("Resources that Ray counts by itself are not custom resources."),
  "autoscaler-contradiction": error("What is asked of the autoscaler does not contradict itself."),
  "auth-contradiction": error("What is asked of authentication does not contradict itself."),
  "network-rules-contradiction": error(
    "Network rules stand where the policy's mode restricts what they allow.",
  ),
  "gcs-storage-contradiction": error(
    "What keeps the head's state has the fields of its backend alone.",
  ),
  "accelerator-unknown": error("An accelerator is one that the settings name."),
  "accelerator-count": error("A node asks for a number of devices that is allowed."),
  "accelerator-count-alone": error("accelerator_count stands beside an accelerator."),
  "gpus-beside-accelerator": error("A node asks for GPUs or for an accelerator, not for both."),
  "accelerator-ray-resource": error(
    "Ray has a name for every accelerator that is asked for, and the right one.",
  ),
  "accelerator-extra-resource": error("Beside an accelerator stands no second one."),
  "tpu-selector-missing": error("Pods with TPUs select nodes by accelerator and topology."),
  "accelerator-hosts": error("A worker has as many pods as its accelerator needs."),
  "pod-fits-no-node": error("Every pod fits the largest node that the settings know of."),
  "cluster-over-limits": error(
    "At its maximum a cluster comes to no more than the deployment allows.",
  ),
  "request-pod-templates-off": error(
    "A request brings pod templates only where the settings allow it.",
  ),
  "pod-template-merge": error("A pod template is a patch that a strategic merge takes."),
  "pod-template-conflict": error("A pod template leaves alone what the manifest lives by."),
  "job-and-service": error("A request has a job or a service, not both."),
  "owned-cluster": error(
    "Where a job or a service makes the cluster, suspend and upgrades are its own.",
  ),
  "ray-version-unsupported": error("Ray is 2.0 or newer."),
  "kuberay-version-unsupported": error("KubeRay is 0.4.0 or newer."),

  // The project file
  "invalid-target": error(
    "A target of a project file has a name of its own, requests that are there and outputs of its own.",
  ),

  // Warnings
  "surprising-yaml": warning(
    "A word without quotes means the same to every reader of YAML, and a key stands once.",
  ),
  "group-without-workers": warning("Every scaling group can have a worker."),
  "autoscaler-unused": warning("An autoscaler_config stands where something can scale."),
  "tpu-on-head": warning("TPUs are asked for by workers alone."),
  "accelerator-shares": warning("What Ray offers as GPUs is whole ones, unless that is meant."),
  "fraction-beside-devices": warning("A pod with a part of a GPU asks for no whole one."),
  "devices-untold": warning("Ray is told of devices that a node gets beside its fields."),
  "device-variable": warning("Variables of devices are left to plug-ins, webhooks and Ray."),
  "job-without-deadline": warning("A job has a deadline."),
  "node-memory-low": warning("Every node has at least 2 GiB of memory."),
  "autoscaler-memory-low": warning("The autoscaler has at least 1 GiB of memory."),
  "fractional-cpu": warning("Nodes have whole CPUs, as Ray counts them."),
  "ray-version-missing": warning("A request names the version of Ray in its image."),
  "ray-too-old-for-kuberay": warning("Ray is as new as the target KubeRay release supports."),
  "ray-version-avoided": warning(
    "Ray is not a release that fails the probes of KubeRay 1.1 and 1.2.",
  ),
  "image-ray-version": warning("The tag of an official Ray image names the Ray of ray_version."),
  "kuberay-version-unknown": warning("KubeRay is a release that the compiler knows."),
  "misspelt-setting": warning("No key that is passed over looks like one of the settings."),
  "settings-not-found": warning("The settings stand where they are looked for."),
  "feature-gate-needed": warning(
    "A field that a feature gate of KubeRay decides is used where the gate is known to be on.",
  ),
  "key-without-effect": warning(
    "Labels and annotations for KubeRay are ones that the target release reads.",
  ),
  "kueue-autoscaling": warning(
    "A cluster under a Kueue queue does not scale by itself, unless it is an elastic job.",
  ),
  "ray-management-off": warning("The server may manage RayClusters."),
  "head-service-name-cut": warning(
    "KubeRay makes the head Service under the name that users expect.",
  ),

  // The report itself
  "diagnostics-omitted": error("At most 50 diagnostics are reported."),
});

/** A code of what is compiled. */
export type CompilerCode = keyof typeof compilerCodes;

export function isCompilerCode(code: string): code is CompilerCode {
  return Object.hasOwn(compilerCodes, code);
}
