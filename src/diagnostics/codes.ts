/** `error`: nothing is compiled. `warning`: something is compiled that may not be what was meant. */
export type Severity = "error" | "warning";

/** What is known of a code without a finding at hand. */
export interface CodeEntry {
  readonly severity: Severity;
  /** The law, as a sentence that holds for a sound document. */
  readonly summary: string;
}

/**
 * Every code that a diagnostic can carry.
 * Order: reading the text, one field, across fields and documents, the project file, warnings, the pods of a manifest,
 * the report itself. The documentation follows it.
 */
export const diagnosticCodes = Object.freeze({
  // Reading
  "yaml-syntax": error("The text is well-formed YAML 1.2 or JSON."),
  "duplicate-key": error("A key stands once in its object."),
  "unsupported-yaml": error(
    "One document, without directives, tags, merge keys or keys that are not text.",
  ),
  "input-limit": error("Text, depth, lists, strings and aliases stay within their limits."),
  "not-plain-data": error("An object given to the library holds plain data only."),

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
  "invalid-resource-key": error("The GPU resource key names an extended resource."),

  // Across fields and documents
  "worker-bounds": error("min_workers is at most max_workers in every scaling group."),
  "node-bounds": error("max_nodes is at least n_nodes."),
  "autoscaler-required": error("Where any group can scale, there is an autoscaler_config."),
  "ray-disabled": error("The deployment has Ray enabled."),
  "gpus-unsupported": error("GPUs are asked for only where the deployment has them."),
  "gpu-resource-key-required": error("More than one GPU a node needs a GPU resource key."),
  "ray-version-unsupported": error("Ray is 2.0 or newer."),
  "kuberay-version-unsupported": error("KubeRay is 0.4.0 or newer."),

  // The project file
  "invalid-target": error(
    "A target of a project file has a name of its own, requests that are there and outputs of its own.",
  ),

  // Warnings
  "group-without-workers": warning("Every scaling group can have a worker."),
  "autoscaler-unused": warning("An autoscaler_config stands where something can scale."),
  "node-memory-low": warning("Every node has at least 2 GiB of memory."),
  "autoscaler-memory-low": warning("The autoscaler has at least 1 GiB of memory."),
  "fractional-cpu": warning("Nodes have whole CPUs, as Ray counts them."),
  "ray-too-old-for-kuberay": warning("Ray is as new as the target KubeRay release supports."),
  "ray-version-avoided": warning(
    "Ray is not a release that fails the probes of KubeRay 1.1 and 1.2.",
  ),
  "kuberay-version-unknown": warning("KubeRay is a release that the compiler knows."),
  "misspelt-setting": warning("No key that is passed over looks like one of the settings."),
  "ray-management-off": warning("The server may manage RayClusters."),
  "head-service-name-cut": warning(
    "KubeRay makes the head Service under the name that users expect.",
  ),

  // A manifest and Kubernetes' pods
  "pod-derived-name": error(
    "The names that KubeRay makes of a cluster's and a group's name are ones that Kubernetes accepts.",
  ),
  "pod-label": error(
    "A pod's labels and node selectors have keys and values that Kubernetes accepts.",
  ),
  "pod-annotation": error(
    "A pod's annotations have keys and values that Kubernetes accepts and at most 256 KiB.",
  ),
  "pod-gate": error("Finalizers and gates have qualified names."),
  "pod-containers": error("A pod has containers, and none that only a running pod may have."),
  "pod-container-name": error("Containers have names of their own, KubeRay's included."),
  "pod-init-container": error("An init container that ends has neither probes nor hooks."),
  "pod-image": error("Every container names an image, without white space around it."),
  "pod-enum": error("A field that takes one of a few words has one of them, in its case."),
  "pod-number": error("Numbers of a pod lie within their bounds."),
  "pod-environment-name": error("Environment variables have names that Kubernetes accepts."),
  "pod-environment-source": error("A variable takes its value from one source that is there."),
  "pod-port": error("Ports have numbers and names that Kubernetes accepts."),
  "pod-host-port": error("A port of the node is taken once in a pod."),
  "pod-object-name": error("A pod refers to other objects by names that they can have."),
  "pod-service-account": error("With autoscaling the head runs under the account that is named."),
  "pod-dns": error(
    "Nameservers, search domains and host aliases are ones that Kubernetes accepts.",
  ),
  "pod-quantity": error("Amounts are not negative, and KubeRay can read them."),
  "pod-requests-over-limits": error("No request is above its limit."),
  "pod-extended-resource": error(
    "GPUs and other extended resources are whole, and requests equal limits.",
  ),
  "pod-resource-name": error("Resources have names that Kubernetes accepts."),
  "pod-huge-pages": error(
    "Huge pages are whole, requested as limited, and come with CPU or memory.",
  ),
  "pod-resource-claim": error(
    "Resource claims are named once, with one source, and containers use listed ones.",
  ),
  "pod-level-resources": error("The resources of a whole pod suffice for its containers."),
  "pod-resize-policy": error(
    "A resize policy is given once a resource and fits the restart policy.",
  ),
  "pod-volume-name": error("Volumes have names of their own."),
  "pod-volume-source": error("A volume has at most one source."),
  "pod-volume-reference": error("A volume names what it mounts."),
  "pod-volume-path": error("The files of a volume have relative paths of their own."),
  "pod-volume-claim": error("An ephemeral volume claims storage that Kubernetes can give."),
  "pod-mount-without-volume": error("Every mount names a volume of the pod."),
  "pod-mount": error("A container mounts one volume at a path."),
  "pod-volume-device": error("A device is a volume that can be one."),
  "pod-probe": error("A probe has one handler, with a command or a port."),
  "pod-lifecycle": error(
    "A hook has one handler, and sleeps no longer than the pod may take to stop.",
  ),
  "pod-security-context": error("Security settings do not contradict each other."),
  "pod-affinity": error("Affinities have operators, values and keys that Kubernetes accepts."),
  "pod-toleration": error("A toleration is one that Kubernetes accepts."),
  "pod-topology-spread": error("Spread constraints have keys and values that Kubernetes accepts."),
  "pod-overhead": error("An overhead comes with the runtime class that defines it."),
  "pod-submitter": error("The pod that submits a RayJob restarts never or on failure."),
  "pod-security-level": error(
    "A pod keeps to the level of Pod Security that its namespace enforces.",
  ),
  "pod-image-form": warning("The image is a reference that a container runtime can pull."),
  "pod-volume-without-source": warning("A volume has a source."),
  "pod-field-dropped": warning("No field of a pod is dropped without a word."),
  "pod-field-overridden": warning("What a pod template says holds for its pods."),
  "pod-never-ready": warning("Nothing keeps a pod from ever being ready."),
  "pod-selects-nothing": warning("Affinities and spread constraints match some pods."),
  "pod-mount-path": warning(
    "Volumes are mounted at absolute paths, and where KubeRay looks for them.",
  ),
  "pod-amount": warning("Amounts are ones that can be meant."),
  "pod-port-shared": warning("The containers of a pod listen on ports of their own."),
  "pod-dns-host-network": warning("A pod in the node's network finds the head's Service."),
  "pod-priority": warning("A pod's priority comes of its priority class."),
  "pod-lifetime": warning(
    "Pods of a cluster live as long as the cluster and go where the scheduler puts them.",
  ),

  // The report itself
  "diagnostics-omitted": error("At most 50 diagnostics are reported."),
});

/** The closed set of codes: the one field of a diagnostic to branch on. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

function error(summary: string): CodeEntry {
  return Object.freeze({ severity: "error", summary });
}

function warning(summary: string): CodeEntry {
  return Object.freeze({ severity: "warning", summary });
}
