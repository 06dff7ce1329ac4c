import { error, warning } from "./code-entry.ts";

/**
 * The codes of manifests that anybody wrote. They are in a file of their own because compiling does not need them.
 * Order: the API server, the operator, Ray, Kubernetes' pods.
 */
export const manifestCodes = Object.freeze({
  // A manifest and the API server
  "api-kind-not-served": error(
    "The target KubeRay release serves the manifest's kind and version.",
  ),
  "api-unknown-field": error("Some KubeRay release has every field of a manifest."),
  "api-field-not-in-release": error("The target release has every field of a manifest."),
  "api-wrong-type": error("A field of a manifest has the type that the API gives it."),
  "api-missing-field": error("Every field that the API requires is present."),
  "api-value-not-allowed": error("A value is one that the API allows for its field."),
  "api-invalid-quantity": error("An amount is one that the API server and the operator can read."),
  "api-duplicate-item": error("Items of a keyed list or a set differ."),
  "api-rule-broken": error("A manifest follows the rules of its CRD."),
  "api-invalid-metadata": error(
    "Kubernetes accepts the name, the namespace, the labels and the annotations of an object.",
  ),

  // A manifest and the operator
  containers: error("The head and every worker group have a container."),
  "fault-tolerance": error("GCS fault tolerance is set up in one way only."),
  "suspended-group": error(
    "A worker group is suspended only if its feature gate is on and autoscaling is off.",
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
    "A group's Ray resources are set in rayStartParams or in its resources, not in both.",
  ),
  "node-labels": error("Labels of Ray nodes are in a group's labels, and are valid in Kubernetes."),
  "autoscaler-switch": error(
    "The head's environment switches autoscaler v2 on only if autoscaling is on.",
  ),
  "token-authentication": error("Token authentication has a rayVersion of 2.52.0 or later."),
  "replica-bounds": error("In every worker group 0 <= minReplicas <= maxReplicas."),
  "idle-timeout": error(
    "No idle timeout is negative, and a group has one of its own only under autoscaler v2.",
  ),
  "kubernetes-tokens": error(
    "enableK8sTokenAuth comes with the mode token, Ray 2.55 or later and no secretName.",
  ),
  "upgrade-strategy": error(
    "A RayCluster has the upgrade strategy Recreate or None, and only if no job or service makes it.",
  ),
  "group-priority": error("A group's priority comes with Ray 2.56 or later and autoscaler v2."),
  "autoscaler-command": error("autoscalerOptions.env does not set KubeRay's own variable."),
  "gcs-storage": error(
    "Each backend of GCS fault tolerance has its own fields, and rocksdb its feature gate.",
  ),
  "network-policy": error(
    "A network policy has its feature gate, rules for traffic that its mode restricts, and groups that exist.",
  ),
  "network-policy-groups": error(
    "In a cluster with a network policy, the name of every worker group is a DNS-1123 label.",
  ),
  "tls-options": error(
    "tlsOptions has its feature gate, and the manifest does not set what the operator sets for TLS.",
  ),
  "history-server": error(
    "historyServerOptions has its feature gate and a collector with an image and a storage backend.",
  ),
  "owner-name": error(
    "The name of a RayJob, a RayService or a RayCronJob leaves room for the names of its children.",
  ),
  "job-cluster": error(
    "A job brings a cluster or selects one, and does not change a selected one.",
  ),
  "job-suspension": error("A job is suspended only if it shuts down its own cluster."),
  "job-lifetime": error("Times, deadlines and retries of a job are within their bounds."),
  "submission-mode": error("The release knows the submission mode, and the job fits it."),
  "submitter-template": error(
    "submitterPodTemplate has a container and a restart policy that a Job accepts.",
  ),
  entrypoint: error(
    "A job that KubeRay submits has an entrypoint that the submitter's shell does not split.",
  ),
  "runtime-environment": error("runtimeEnvYAML is a YAML mapping."),
  "deletion-strategy": error(
    "The deletion strategy of a job has its feature gate and fits the cluster.",
  ),
  "service-settings": error(
    "A RayService brings a cluster, does not name its head Service, and its times are within their bounds.",
  ),
  "service-upgrade": error(
    "The release knows the upgrade strategy of a RayService, and the strategy has what it needs.",
  ),
  "serve-config": error("serveConfigV2 is a YAML mapping with applications."),
  "serve-port": error("If the head of a RayService lists ports, one of them is called serve."),
  "cron-job": error(
    "A RayCronJob has its feature gate, a schedule and a time zone that KubeRay can read.",
  ),
  "suspended-cluster": error("The cluster inside a RayJob is not suspended."),
  "managed-elsewhere": warning("managedBy is left out or names the operator."),
  "object-name-taken": warning(
    "No two objects of a text have one name where KubeRay keeps only one.",
  ),
  "service-object": warning("Kubernetes accepts the Services that KubeRay makes."),
  "head-ports": warning("If the head lists ports, the workers can reach it through its Service."),
  "network-policy-object": warning(
    "Kubernetes accepts the ranges of addresses of a network policy.",
  ),
  "agent-fails-probes": warning(
    "Ray's dashboard agent listens on the port that the probes of KubeRay 1.1 to 1.5 ask.",
  ),
  "dashboard-off": warning("KubeRay can reach the Ray dashboard of a job or a service."),
  "ray-container-first": warning("The container that runs Ray is the first one of its pod."),
  "duplicate-group": warning("Every worker group has a name of its own."),
  "reserved-group-name": warning("No worker group is called headgroup."),
  "no-hosts": warning("numOfHosts is at least 1."),
  "resources-parameter": warning(
    "The operator can read the start parameter resources if it has to add an accelerator.",
  ),
  "idle-field": warning("No field is set where it has no effect."),
  kueue: warning("An object in a Kueue queue is one that Kueue accepts."),
  "scheduling-labels": warning("Labels for batch schedulers say what the schedulers do."),
  "job-metadata": warning("The metadata of a job has a rayVersion of 2.6.0 or later."),
  "lingering-cluster": warning("Something deletes the cluster that a job brings."),
  "deprecated-api-version": warning("The API version is not deprecated."),

  // A manifest and Ray
  "resources-quoting": warning(
    "The start parameter resources is a JSON object of whole numbers in quotes.",
  ),
  "memory-limit": warning("With autoscaling, every container that runs Ray has a memory limit."),
  "autoscaler-start": warning(
    "With autoscaling, Ray's autoscaler finds worker groups, the CPUs of every group, and the head at port 6379.",
  ),
  "start-parameter-name": warning(
    "Parameters in rayStartParams have names that ray start can have.",
  ),
  "start-parameter-count": warning("num-cpus and num-gpus in rayStartParams are whole numbers."),
  "image-fails-probes": warning(
    "The tag of an official Ray image names a Ray that passes the probes of its rayVersion.",
  ),
  "devices-unseen": warning(
    "With autoscaling, Ray's autoscaler learns of every device that a group asks for.",
  ),
  "several-gpu-keys": warning("A container asks for only one kind of GPU."),
  "device-environment": warning(
    "Ray's container leaves the variables of devices to plug-ins, webhooks and Ray.",
  ),
  "tpu-slice": warning(
    "A worker group with TPUs selects its slice and has as many hosts as the slice.",
  ),

  // A manifest and Kubernetes' pods
  "pod-derived-name": error(
    "Kubernetes accepts the names that KubeRay derives from the names of a cluster and its groups.",
  ),
  "pod-label": error(
    "A pod's labels and node selectors have keys and values that Kubernetes accepts.",
  ),
  "pod-annotation": error(
    "A pod's annotations have keys and values that Kubernetes accepts and at most 256 KiB.",
  ),
  "pod-gate": error("Finalizers and gates have qualified names."),
  "pod-containers": error("A pod has containers, but no ephemeral containers."),
  "pod-container-name": error("Containers have unique names, KubeRay's containers included."),
  "pod-init-container": error("An init container that ends has neither probes nor hooks."),
  "pod-image": error("Every container names an image, without white space around it."),
  "pod-enum": error("A field with a fixed set of words has one of them, in the right case."),
  "pod-number": error("Numbers of a pod are within their bounds."),
  "pod-environment-name": error("Environment variables have names that Kubernetes accepts."),
  "pod-environment-source": error("A variable takes its value from one source that exists."),
  "pod-port": error("Ports have numbers and names that Kubernetes accepts."),
  "pod-host-port": error("A pod uses a port of the node only once."),
  "pod-object-name": error("A pod refers to other objects by valid names."),
  "pod-service-account": error(
    "With autoscaling, the head runs under the service account that the manifest names.",
  ),
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
    "Huge pages are whole, have equal requests and limits, and come with CPU or memory.",
  ),
  "pod-resource-claim": error(
    "Resource claims have unique names and one source, and containers use only listed claims.",
  ),
  "pod-level-resources": error("The resources of a whole pod are enough for its containers."),
  "pod-resize-policy": error("A resource has one resize policy, which fits the restart policy."),
  "pod-volume-name": error("Volumes have unique names."),
  "pod-volume-source": error("A volume has at most one source."),
  "pod-volume-reference": error("A volume names what it mounts."),
  "pod-volume-driver": error("A volume of a single driver has the fields that the driver needs."),
  "pod-volume-path": error("The files of a volume have unique relative paths."),
  "pod-volume-claim": error("An ephemeral volume claims storage that Kubernetes can provide."),
  "pod-mount-without-volume": error("Every mount names a volume of the pod."),
  "pod-mount": error("A container mounts only one volume at each path."),
  "pod-volume-device": error("A volume device names a volume that can be a device."),
  "pod-probe": error("A probe has one handler, with a command or a port."),
  "pod-lifecycle": error(
    "A hook has one handler, and does not sleep longer than the pod's grace period.",
  ),
  "pod-security-context": error("Security settings do not contradict each other."),
  "pod-windows": error("A pod has fields of Linux or of Windows, not of both."),
  "pod-affinity": error("Affinities have operators, values and keys that Kubernetes accepts."),
  "pod-toleration": error("A toleration is one that Kubernetes accepts."),
  "pod-topology-spread": error("Spread constraints have keys and values that Kubernetes accepts."),
  "pod-overhead": error("An overhead comes with the runtime class that defines it."),
  "pod-security-level": error("A pod meets the Pod Security level that its namespace enforces."),
  "pod-image-form": warning("The image is a reference that a container runtime can pull."),
  "pod-volume-without-source": warning("A volume has a source."),
  "pod-field-dropped": warning("No field of a pod is silently dropped."),
  "pod-field-overridden": warning("KubeRay does not override what a pod template says."),
  "pod-never-ready": warning("Nothing prevents a pod from becoming ready."),
  "pod-selects-nothing": warning("Affinities and spread constraints match at least some pods."),
  "pod-mount-path": warning("Volumes are mounted at absolute paths, where KubeRay expects them."),
  "pod-amount": warning("Amounts are plausible."),
  "pod-port-shared": warning("No two containers of a pod listen on the same port."),
  "pod-dns-host-network": warning("A pod on the node's network can resolve the head's Service."),
  "pod-priority": warning("A pod's priority comes from its priority class."),
  "pod-lifetime": warning(
    "Pods of a cluster live as long as the cluster and go where the scheduler puts them.",
  ),
});

/** A code of a manifest. */
export type ManifestCode = keyof typeof manifestCodes;
