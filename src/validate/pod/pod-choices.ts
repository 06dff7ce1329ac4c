/** A field that takes one of a few words. */
export interface Choice {
  /** The way to it from the pod's spec or from a container; `*` is each item of a list. */
  readonly pattern: readonly string[];
  readonly words: readonly string[];
  /** An empty text stands for the default. */
  readonly emptyIsDefault: boolean;
  /** Dropped, and so not judged, before this Kubernetes minor. Default: always judged. */
  readonly sinceMinor?: number | undefined;
}

const PROFILE_TYPES = ["RuntimeDefault", "Unconfined", "Localhost"];
const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
const HOOKS = ["preStop", "postStart"];

/** Fields of the pod's spec. Source: Kubernetes, pkg/apis/core/validation/validation.go; order: as in the spec. */
export const podChoices: readonly Choice[] = Object.freeze([
  choice("restartPolicy", ["Always", "OnFailure", "Never"]),
  choice("dnsPolicy", ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]),
  exact("preemptionPolicy", ["PreemptLowerPriority", "Never"]),
  exact("os.name", ["linux", "windows"]),
  exact("securityContext.fsGroupChangePolicy", ["OnRootMismatch", "Always"]),
  { ...exact("securityContext.supplementalGroupsPolicy", ["Merge", "Strict"]), sinceMinor: 33 },
  // MountOption is behind a gate that is off as far as is known.
  { ...exact("securityContext.seLinuxChangePolicy", ["Recursive"]), sinceMinor: 33 },
  exact("securityContext.seccompProfile.type", PROFILE_TYPES),
  exact("securityContext.appArmorProfile.type", PROFILE_TYPES),
  choice("volumes.*.hostPath.type", [
    "",
    "DirectoryOrCreate",
    "Directory",
    "FileOrCreate",
    "File",
    "Socket",
    "CharDevice",
    "BlockDevice",
  ]),
  exact("volumes.*.ephemeral.volumeClaimTemplate.spec.accessModes.*", [
    "ReadWriteOnce",
    "ReadOnlyMany",
    "ReadWriteMany",
    "ReadWriteOncePod",
  ]),
  exact("volumes.*.ephemeral.volumeClaimTemplate.spec.volumeMode", ["Block", "Filesystem"]),
  exact("volumes.*.azureDisk.kind", ["Dedicated", "Managed", "Shared"]),
  exact("volumes.*.azureDisk.cachingMode", ["None", "ReadOnly", "ReadWrite"]),
  exact("topologySpreadConstraints.*.whenUnsatisfiable", ["DoNotSchedule", "ScheduleAnyway"]),
  exact("topologySpreadConstraints.*.nodeAffinityPolicy", ["Honor", "Ignore"]),
  exact("topologySpreadConstraints.*.nodeTaintsPolicy", ["Honor", "Ignore"]),
]);

/** Fields of containers and init containers. */
export const containerChoices: readonly Choice[] = Object.freeze([
  choice("imagePullPolicy", ["Always", "IfNotPresent", "Never"]),
  choice("terminationMessagePolicy", ["File", "FallbackToLogsOnError"]),
  choice("ports.*.protocol", ["TCP", "UDP", "SCTP"]),
  exact("volumeMounts.*.mountPropagation", ["None", "HostToContainer", "Bidirectional"]),
  {
    ...exact("volumeMounts.*.recursiveReadOnly", ["Disabled", "IfPossible", "Enabled"]),
    sinceMinor: 31,
  },
  {
    ...exact("resizePolicy.*.restartPolicy", ["NotRequired", "RestartContainer"]),
    sinceMinor: 33,
  },
  { ...exact("resizePolicy.*.resourceName", ["cpu", "memory"]), sinceMinor: 33 },
  exact("securityContext.procMount", ["Default", "Unmasked"]),
  exact("securityContext.seccompProfile.type", PROFILE_TYPES),
  exact("securityContext.appArmorProfile.type", PROFILE_TYPES),
  ...PROBES.map((probe) => choice(`${probe}.httpGet.scheme`, ["HTTP", "HTTPS"])),
  ...HOOKS.map((hook) => choice(`lifecycle.${hook}.httpGet.scheme`, ["HTTP", "HTTPS"])),
]);

function choice(pattern: string, words: readonly string[]): Choice {
  return Object.freeze({ pattern: pattern.split("."), words, emptyIsDefault: true });
}

/** A choice that must be made where the field is there. */
function exact(pattern: string, words: readonly string[]): Choice {
  return Object.freeze({ pattern: pattern.split("."), words, emptyIsDefault: false });
}
