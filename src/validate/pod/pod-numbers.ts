/** Bounds of a number. */
export interface NumberBounds {
  /** The way to it from the pod's spec or from a container; `*` is each item of a list. */
  readonly pattern: readonly string[];
  readonly least: number;
  /** Infinity where there is no upper bound. */
  readonly most: number;
  readonly hint?: string | undefined;
}

const INT32 = 2_147_483_647;
const MODE = 0o777;
const MODE_HINT =
  "Write an octal number with a leading zero, such as 0644; 644 is read as a decimal number.";
const TOKEN_SECONDS = 2 ** 32;
const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
const PROBE_NUMBERS = [
  "initialDelaySeconds",
  "timeoutSeconds",
  "periodSeconds",
  "successThreshold",
  "failureThreshold",
];

/** Fields of the pod's spec. Source: Kubernetes, pkg/apis/core/validation/validation.go; order: as in the spec. */
export const podNumbers: readonly NumberBounds[] = Object.freeze([
  bounds("activeDeadlineSeconds", 1, INT32),
  ...["runAsUser", "runAsGroup", "fsGroup", "supplementalGroups.*"].map((field) =>
    bounds(`securityContext.${field}`, 0, INT32),
  ),
  ...[
    "secret.defaultMode",
    "secret.items.*.mode",
    "configMap.defaultMode",
    "configMap.items.*.mode",
    "downwardAPI.defaultMode",
    "downwardAPI.items.*.mode",
    "projected.defaultMode",
    "projected.sources.*.secret.items.*.mode",
    "projected.sources.*.configMap.items.*.mode",
    "projected.sources.*.downwardAPI.items.*.mode",
  ].map((field) => bounds(`volumes.*.${field}`, 0, MODE, MODE_HINT)),
  bounds("volumes.*.projected.sources.*.serviceAccountToken.expirationSeconds", 600, TOKEN_SECONDS),
  ...["gcePersistentDisk.partition", "awsElasticBlockStore.partition", "iscsi.lun", "fc.lun"].map(
    (field) => bounds(`volumes.*.${field}`, 0, 255),
  ),
  ...["nodeAffinity", "podAffinity", "podAntiAffinity"].map((kind) =>
    bounds(`affinity.${kind}.preferredDuringSchedulingIgnoredDuringExecution.*.weight`, 1, 100),
  ),
  bounds("topologySpreadConstraints.*.maxSkew", 1, Number.POSITIVE_INFINITY),
  bounds("topologySpreadConstraints.*.minDomains", 1, Number.POSITIVE_INFINITY),
]);

/** Fields of containers and init containers. */
export const containerNumbers: readonly NumberBounds[] = Object.freeze([
  bounds("securityContext.runAsUser", 0, INT32),
  bounds("securityContext.runAsGroup", 0, INT32),
  ...PROBES.flatMap((probe) => [
    ...PROBE_NUMBERS.map((field) => bounds(`${probe}.${field}`, 0, Number.POSITIVE_INFINITY)),
    bounds(`${probe}.terminationGracePeriodSeconds`, 1, Number.POSITIVE_INFINITY),
  ]),
]);

function bounds(pattern: string, least: number, most: number, hint?: string): NumberBounds {
  return Object.freeze({ pattern: pattern.split("."), least, most, hint });
}
