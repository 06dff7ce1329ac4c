/** A field that Kubernetes takes out of the pod silently where a feature is off. */
export interface DroppedField {
  /** The way to it from the pod's spec or from a container; `*` is each item of a list. */
  readonly pattern: readonly string[];
  /** The Kubernetes minor that has the feature on by default; undefined where none yet known has. */
  readonly sinceMinor: number | undefined;
  /** Only this value is dropped. Default: every value. */
  readonly value?: string | boolean | undefined;
  readonly consequence: string;
}

const PLAIN = "It has no effect.";

/** Fields of the pod's spec. Source: Kubernetes, pkg/features/kube_features.go; order: as in the spec. */
export const droppedPodFields: readonly DroppedField[] = Object.freeze([
  dropped("resources", 34, "The pod requests only what its containers request."),
  dropped("resourceClaims", 34, "The pod runs without the claimed resources."),
  { ...dropped("hostUsers", 33, PLAIN), value: false },
  dropped("hostnameOverride", undefined, PLAIN),
  dropped("securityContext.supplementalGroupsPolicy", 33, PLAIN),
  dropped("securityContext.seLinuxChangePolicy", 33, PLAIN),
  dropped("volumes.*.image", undefined, "The volume and its mounts are dropped with it."),
  dropped("volumes.*.projected.sources.*.clusterTrustBundle", undefined, "The files are missing."),
  dropped("volumes.*.projected.sources.*.podCertificate", undefined, "The files are missing."),
  ...["podAffinity", "podAntiAffinity"].flatMap((kind) =>
    [
      "requiredDuringSchedulingIgnoredDuringExecution.*",
      "preferredDuringSchedulingIgnoredDuringExecution.*.podAffinityTerm",
    ].flatMap((term) =>
      ["matchLabelKeys", "mismatchLabelKeys"].map((field) =>
        dropped(`affinity.${kind}.${term}.${field}`, 31, "Pods with any value are matched."),
      ),
    ),
  ),
  dropped("topologySpreadConstraints.*.matchLabelKeys", 27, "Pods with any value are counted."),
]);

/** Fields of containers and init containers. */
export const droppedContainerFields: readonly DroppedField[] = Object.freeze([
  dropped("resizePolicy", 33, PLAIN),
  dropped("volumeMounts.*.recursiveReadOnly", 31, PLAIN),
  { ...dropped("securityContext.procMount", 33, PLAIN), value: "Unmasked" },
  dropped("lifecycle.stopSignal", undefined, PLAIN),
  dropped("lifecycle.preStop.sleep", 30, "The API server refuses what is left of preStop."),
  dropped("lifecycle.postStart.sleep", 30, "The API server refuses what is left of postStart."),
  dropped("restartPolicyRules", undefined, PLAIN),
]);

function dropped(
  pattern: string,
  sinceMinor: number | undefined,
  consequence: string,
): DroppedField {
  return Object.freeze({ pattern: pattern.split("."), sinceMinor, consequence });
}
