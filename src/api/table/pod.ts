// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const podTypes: Readonly<Record<string, string>> = Object.freeze({
  PodTemplateSpec: `
metadata ObjectMeta
spec PodSpec`,
  PodSpec: `
activeDeadlineSeconds int64
affinity Affinity
automountServiceAccountToken boolean
containers [Container] required keys=name@1.2+
dnsConfig PodDNSConfig
dnsPolicy string
enableServiceLinks boolean
ephemeralContainers [EphemeralContainer] keys=name@1.2+
hostAliases [HostAlias] keys=ip@1.2+
hostIPC boolean
hostNetwork boolean
hostPID boolean
hostUsers boolean @1.1+
hostname string
hostnameOverride string @1.5+
imagePullSecrets [LocalObjectReference] keys=name@1.2+
initContainers [Container] keys=name@1.2+
nodeName string
nodeSelector {string} atomic
os PodOS
overhead {quantity}
preemptionPolicy string
priority int32
priorityClassName string
readinessGates [PodReadinessGate] atomic@1.2+
resourceClaims [PodResourceClaim] keys=name @1.1+
resources ResourceRequirements @1.3.1+
restartPolicy string
runtimeClassName string
schedulerName string
schedulingGates [PodSchedulingGate] keys=name @1.1+
schedulingGroup PodSchedulingGroup @1.7+
securityContext PodSecurityContext
serviceAccount string
serviceAccountName string
setHostnameAsFQDN boolean
shareProcessNamespace boolean
subdomain string
terminationGracePeriodSeconds int64
tolerations [Toleration] atomic@1.2+
topologySpreadConstraints [TopologySpreadConstraint] keys=topologyKey,whenUnsatisfiable
volumes [Volume] keys=name@1.2+
workloadRef WorkloadReference @1.6<1.7`,
  PodDNSConfig: `
nameservers [string] atomic@1.2+
options [PodDNSConfigOption] atomic@1.2+
searches [string] atomic@1.2+`,
  PodDNSConfigOption: `
name string
value string`,
  HostAlias: `
hostnames [string] atomic@1.2+
ip string required@1.2+`,
  PodOS: `
name string required`,
  PodReadinessGate: `
conditionType string required`,
  PodSecurityContext: `
appArmorProfile AppArmorProfile @1.2+
fsGroup int64
fsGroupChangePolicy string
runAsGroup int64
runAsNonRoot boolean
runAsUser int64
seLinuxChangePolicy string @1.3.1+
seLinuxOptions SELinuxOptions
seccompProfile SeccompProfile
supplementalGroups [int64] atomic@1.2+
supplementalGroupsPolicy string @1.3.1+
sysctls [Sysctl] atomic@1.2+
windowsOptions WindowsSecurityContextOptions`,
  Sysctl: `
name string required
value string required`,
  PodResourceClaim: `
name string required
resourceClaimName string @1.3.1+
resourceClaimTemplateName string @1.3.1+
source ClaimSource @<1.3.1`,
  ClaimSource: `
resourceClaimName string
resourceClaimTemplateName string`,
  PodSchedulingGate: `
name string required`,
  WorkloadReference: `
name string required
podGroup string required
podGroupReplicaKey string`,
  PodSchedulingGroup: `
podGroupName string`,
});
