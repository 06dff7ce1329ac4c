import { error, warning } from "./code-entry.ts";

/**
 * The codes of manifests that anybody wrote. They stand in a file of their own, since compiling has no use for them.
 * Order: the API server, the operator, Ray, Kubernetes' pods.
 */
export const manifestCodes = Object.freeze({
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
  "pod-volume-driver": error("A volume of a single driver has what the driver needs."),
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
  "pod-windows": error("Fields of Linux and of Windows do not stand in one pod."),
  "pod-affinity": error("Affinities have operators, values and keys that Kubernetes accepts."),
  "pod-toleration": error("A toleration is one that Kubernetes accepts."),
  "pod-topology-spread": error("Spread constraints have keys and values that Kubernetes accepts."),
  "pod-overhead": error("An overhead comes with the runtime class that defines it."),
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
});

/** A code of a manifest. */
export type ManifestCode = keyof typeof manifestCodes;
