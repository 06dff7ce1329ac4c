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
 * Order: reading the text, one field, across fields and documents, the project file, a manifest and the API server,
 * warnings, a manifest and the operator, a manifest and Ray, a manifest and Kubernetes' pods, the report itself. The
 * documentation follows it.
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

  // A manifest and the API server
  "api-kind-not-served": error(
    "The target KubeRay release serves the manifest's kind and version.",
  ),
  "api-unknown-field": error(
    "Every field of a manifest is one that some KubeRay release has there.",
  ),
  "api-field-not-in-release": error(
    "Every field of a manifest is one that the target release has.",
  ),
  "api-wrong-type": error("A field of a manifest has the type that the API gives it."),
  "api-missing-field": error("Every field that the API requires is there."),
  "api-value-not-allowed": error("A value is one of those that the API allows in its field."),
  "api-invalid-quantity": error("An amount is one that the API server and the operator can read."),
  "api-duplicate-item": error("Items of a keyed list or a set differ."),
  "api-rule-broken": error("A manifest keeps the rules of its CRD."),

  // Warnings
  "surprising-yaml": warning(
    "A word without quotes means the same to every reader of YAML, and a key stands once.",
  ),
  "group-without-workers": warning("Every scaling group can have a worker."),
  "autoscaler-unused": warning("An autoscaler_config stands where something can scale."),
  "tpu-on-head": warning("TPUs are asked for by workers alone."),
  "accelerator-shares": warning("What Ray offers as GPUs is whole ones, unless that is meant."),
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
  "job-without-deadline": warning("A job has a deadline."),
  "ray-management-off": warning("The server may manage RayClusters."),
  "head-service-name-cut": warning(
    "KubeRay makes the head Service under the name that users expect.",
  ),

  // A manifest and the operator
  "api-version": error("The API version is one that the KubeRay release serves."),
  containers: error("The head and every worker group have a container."),
  "fault-tolerance": error("GCS fault tolerance is set up in one way only."),
  "suspended-group": error(
    "A worker group is suspended only where its feature gate is on and autoscaling is off.",
  ),
  "contradictory-status": error("The status of a manifest does not contradict itself."),
  "cluster-name": error("A RayCluster's name is a DNS-1035 label of at most 53 characters."),
  "autoscaler-pin": error(
    "The autoscaler's version is pinned by the field or by the head's environment, not by both.",
  ),
  "restart-policy": error(
    "Under autoscaler v2 the restart policy of every pod is Never or left out.",
  ),
  "resources-twice": error(
    "What a group offers to Ray is said by rayStartParams or by its resources, not by both.",
  ),
  "node-labels": error("Labels of Ray nodes stand in a group's labels, as Kubernetes writes them."),
  "autoscaler-switch": error(
    "The head's environment switches autoscaler v2 on only where autoscaling is on.",
  ),
  "token-authentication": error("Authentication by token has a rayVersion of 2.52.0 or later."),
  "replica-bounds": error("In every worker group 0 <= minReplicas <= maxReplicas."),
  "idle-timeout": error(
    "No idle timeout is negative, and a group has one of its own only under autoscaler v2.",
  ),
  "kubernetes-tokens": error(
    "enableK8sTokenAuth has the mode token, Ray 2.55 or later and no secretName.",
  ),
  "upgrade-strategy": error(
    "The upgrade strategy of a RayCluster is Recreate or None, and nobody else makes the cluster.",
  ),
  "group-priority": error("A group's priority has Ray 2.56 or later and autoscaler v2."),
  "autoscaler-command": error("autoscalerOptions.env leaves KubeRay's own variable alone."),
  "gcs-storage": error(
    "Each backend of GCS fault tolerance has its own fields, and rocksdb its feature gate.",
  ),
  "network-policy": error(
    "A network policy has its feature gate, rules that its mode leaves room for and groups that are there.",
  ),
  "network-policy-groups": error(
    "Where there is a network policy, the name of every worker group is a DNS-1123 label.",
  ),
  "tls-options": error(
    "tlsOptions has its feature gate, and what the operator sets for TLS is left to it.",
  ),
  "history-server": error(
    "historyServerOptions has its feature gate and a collector with an image and a storage backend.",
  ),
  "owner-name": error(
    "The name of a RayJob, a RayService or a RayCronJob leaves room for the names of its children.",
  ),
  "job-cluster": error(
    "A job brings a cluster or selects one, and leaves a selected one as it is.",
  ),
  "job-suspension": error("A job is suspended only where it shuts its own cluster down."),
  "job-lifetime": error("Times, deadlines and retries of a job are in their bounds."),
  "submission-mode": error(
    "The submission mode is one that the release knows, with what it takes.",
  ),
  "submitter-template": error(
    "submitterPodTemplate has a container and a restart policy that a Job takes.",
  ),
  entrypoint: error("A job that KubeRay submits has an entrypoint that its shell leaves whole."),
  "runtime-environment": error("runtimeEnvYAML is a YAML mapping."),
  "deletion-strategy": error(
    "What is deleted after a job has its feature gate and fits the cluster.",
  ),
  "service-settings": error(
    "A RayService leaves the name of its head Service to KubeRay, and its times are in their bounds.",
  ),
  "service-upgrade": error(
    "The upgrade strategy of a RayService is one that the release knows, with what it needs.",
  ),
  "serve-config": error("serveConfigV2 is a YAML mapping that is not empty."),
  "serve-port": error("Where the head of a RayService lists ports, one is called serve."),
  "cron-job": error(
    "A RayCronJob has its feature gate, a schedule and a time zone that KubeRay can read.",
  ),
  "suspended-cluster": error("The cluster inside a RayJob is not suspended."),
  "managed-elsewhere": warning("managedBy is left out or names the operator."),
  "ray-container-first": warning("The container that runs Ray is the first one of its pod."),
  "duplicate-group": warning("Every worker group has a name of its own."),
  "reserved-group-name": warning("No worker group is called headgroup."),
  "no-hosts": warning("numOfHosts is at least 1."),
  "resources-parameter": warning(
    "The operator can read the start parameter resources where it has to add an accelerator.",
  ),
  "idle-field": warning("No field stands where it does nothing."),
  kueue: warning("What waits in a queue of Kueue is what Kueue takes."),
  "job-metadata": warning("The metadata of a job has a rayVersion of 2.6.0 or later."),
  "lingering-cluster": warning("Something ends the cluster that a job brings."),
  "deprecated-api-version": warning("The API version is not deprecated."),

  // A manifest and Ray
  "resources-quoting": warning(
    "The start parameter resources is a JSON object of whole numbers in quotes.",
  ),
  "memory-limit": warning("Under autoscaling every container that runs Ray has a memory limit."),
  "several-gpu-keys": warning("A container asks for one kind of GPU."),
  "tpu-slice": warning(
    "A worker group with TPUs selects its slice and has as many hosts as the slice.",
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
