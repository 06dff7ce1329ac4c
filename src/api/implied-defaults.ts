import type { PlainData } from "../diagnostics/plain-data.ts";

/** What leaving a field out means though nothing is stored for it. */
export interface ImpliedDefault {
  readonly value: PlainData;
  /** Readers of the field take nothing for the value; or Go leaves this value out when it writes the object. */
  readonly by: "reader" | "writer";
}

/**
 * What CRDs do not say of fields that are left out, by `Type.field`, in the order of the table's files.
 * Source: Kubernetes' pkg/apis/core/v1/defaults.go and the omitempty tags in api/core/v1/types.go, v0.34; of KubeRay's own
 * types ray-operator/apis/ray/v1 and controllers/ray/common/pod.go, v1.7.0.
 */
const defaults: Readonly<Record<string, ImpliedDefault>> = Object.freeze({
  ...read("FileKeySelector", { optional: false }),
  ...read("ConfigMapKeySelector", { optional: false }),
  ...read("SecretKeySelector", { optional: false }),
  ...read("ConfigMapEnvSource", { optional: false }),
  ...read("SecretEnvSource", { optional: false }),
  ...read("ObjectFieldSelector", { apiVersion: "v1" }),
  ...unwritten("ResourceFieldSelector", { divisor: "0" }),

  ...unwritten("EmptyDirVolumeSource", { medium: "" }),
  ...read("ConfigMapVolumeSource", { defaultMode: 0o644, optional: false }),
  ...read("SecretVolumeSource", { defaultMode: 0o644, optional: false }),
  ...read("DownwardAPIVolumeSource", { defaultMode: 0o644 }),
  ...read("ProjectedVolumeSource", { defaultMode: 0o644 }),
  ...read("HostPathVolumeSource", { type: "" }),
  ...unwritten("PersistentVolumeClaimVolumeSource", { readOnly: false }),
  ...read("PersistentVolumeClaimSpec", { volumeMode: "Filesystem" }),
  ...read("CSIVolumeSource", { readOnly: false }),
  ...unwritten("VolumeMount", { readOnly: false, subPath: "", subPathExpr: "" }),

  ...unwritten("EnvVar", { value: "" }),
  ...unwritten("ContainerPort", { hostPort: 0 }),
  ...read("HTTPGetAction", { scheme: "HTTP" }),
  ...read("Probe", { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1 }),
  ...read("Probe", { failureThreshold: 3 }),
  ...unwritten("Probe", { initialDelaySeconds: 0 }),
  ...read("SecurityContext", { privileged: false }),
  ...containerDefaults("Container"),
  ...containerDefaults("EphemeralContainer"),

  ...read("Toleration", { operator: "Equal", effect: "" }),
  ...unwritten("Toleration", { key: "", value: "" }),
  ...read("PodSpec", { dnsPolicy: "ClusterFirst", schedulerName: "default-scheduler" }),
  ...read("PodSpec", { terminationGracePeriodSeconds: 30, enableServiceLinks: true }),
  ...read("PodSpec", { shareProcessNamespace: false, setHostnameAsFQDN: false }),
  ...unwritten("PodSpec", { hostNetwork: false, hostPID: false, hostIPC: false }),

  ...read("HeadGroupSpec", { serviceType: "ClusterIP", enableIngress: false }),
  ...read("WorkerGroupSpec", { suspend: false }),
  ...read("AutoscalerOptions", { idleTimeoutSeconds: 60, upscalingMode: "Default" }),
  ...read("GcsFaultToleranceOptions", { backend: "redis" }),
  ...read("AuthOptions", { mode: "disabled", enableK8sTokenAuth: false }),
  ...read("RayClusterUpgradeStrategy", { type: "None" }),
  ...unwritten("RayClusterSpec", { rayVersion: "" }),
  ...read("RayClusterSpec", { enableInTreeAutoscaling: false, suspend: false }),
  ...read("RayClusterSpec", { managedBy: "ray.io/kuberay-operator" }),
  ...read("RayJobSpec", { submissionMode: "K8sJobMode", backoffLimit: 0, suspend: false }),
  ...read("RayJobSpec", { shutdownAfterJobFinishes: false, ttlSecondsAfterFinished: 0 }),
  ...read("RayJobSpec", { managedBy: "ray.io/kuberay-operator" }),
  ...unwritten("RayJobSpec", { jobId: "", entrypoint: "", entrypointResources: "" }),
  ...unwritten("RayJobSpec", { entrypointNumCpus: 0, entrypointNumGpus: 0 }),
  ...unwritten("RayJobSpec", { runtimeEnvYAML: "" }),
  ...read("SubmitterConfig", { backoffLimit: 2 }),
  ...read("RayServiceSpec", { suspend: false, managedBy: "ray.io/kuberay-operator" }),
  ...unwritten("RayServiceSpec", { excludeHeadPodFromServeSvc: false, serveConfigV2: "" }),
  ...read("RayServiceSpec", { rayClusterDeletionDelaySeconds: 60 }),
  ...read("RayCronJobSpec", { suspend: false }),
});

/** Every `Type.field` with such a default. */
export const impliedDefaultPlaces: readonly string[] = Object.freeze(Object.keys(defaults));

/** What leaving a field out means; undefined where nothing is implied. */
export function impliedDefault(typeName: string, field: string): ImpliedDefault | undefined {
  const place = `${typeName}.${field}`;
  return Object.hasOwn(defaults, place) ? defaults[place] : undefined;
}

function containerDefaults(typeName: string): Readonly<Record<string, ImpliedDefault>> {
  return {
    ...read(typeName, {
      terminationMessagePath: "/dev/termination-log",
      terminationMessagePolicy: "File",
    }),
    ...unwritten(typeName, { stdin: false, stdinOnce: false, tty: false }),
  };
}

function read(typeName: string, values: Readonly<Record<string, PlainData>>) {
  return entries(typeName, values, "reader");
}

function unwritten(typeName: string, values: Readonly<Record<string, PlainData>>) {
  return entries(typeName, values, "writer");
}

function entries(
  typeName: string,
  values: Readonly<Record<string, PlainData>>,
  by: ImpliedDefault["by"],
): Readonly<Record<string, ImpliedDefault>> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      `${typeName}.${field}`,
      Object.freeze({ value, by }),
    ]),
  );
}
