// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const rayClusterTypes: Readonly<Record<string, string>> = Object.freeze({
  RayCluster: `
apiVersion string
kind string
metadata object
spec RayClusterSpec
status RayClusterStatus`,
  RayClusterSpec: `
authOptions AuthOptions @v1:1.5.1+
autoscalerOptions AutoscalerOptions
enableInTreeAutoscaling boolean
gcsFaultToleranceOptions GcsFaultToleranceOptions @v1:1.3+
headGroupSpec HeadGroupSpec required
headServiceAnnotations {string} @0.5+
historyServerOptions HistoryServerOptions @v1:1.7+
managedBy string rule=unchanged rule=managed-by @v1:1.3+
networkPolicy NetworkPolicyConfig @v1:1.7+
rayVersion string
suspend boolean @1.1+
tlsOptions TLSOptions @v1:1.7+
upgradeStrategy RayClusterUpgradeStrategy @v1:1.6+
workerGroupSpecs [WorkerGroupSpec]`,
  AutoscalerOptions: `
args [string] @v1:1.7+
command [string] @v1:1.7+
env [EnvVar]
envFrom [EnvFromSource]
idleTimeoutSeconds int32
image string
imagePullPolicy string
resources ResourceRequirements
securityContext SecurityContext
upscalingMode string enum=Default|Aggressive|Conservative
version string enum=v1|v2 @v1:1.4+
volumeMounts [VolumeMount] @0.5.2+`,
  HeadGroupSpec: `
enableIngress boolean
headService Service @0.5.2+
ingressOptions IngressOptions @v1:1.7+
labels {string} @v1:1.5+
rayStartParams {string} required@v1alpha1,v1:<1.4
replicas int32 @<1.1
resources {string} @v1:1.5+
serviceType string required@v1alpha1:<0.5
template PodTemplateSpec required`,
  IngressOptions: `
host string
path string
pathType string enum=Exact|Prefix|ImplementationSpecific
tls [IngressTLS]`,
  IngressTLS: `
hosts [string] atomic
secretName string`,
  WorkerGroupSpec: `
groupName string required
idleTimeoutSeconds int32 @v1:1.3+
labels {string} @v1:1.5+
maxReplicas int32 required default=2147483647@1.0+
minReplicas int32 required default=0@1.0+
numOfHosts int32 default=1 @v1:1.1+
priority int32 default=0 @v1:1.7+
rayStartParams {string} required@v1alpha1,v1:<1.4
replicas int32 required@v1alpha1:<1.0 default=0@1.0+
resources {string} @v1:1.5+
scaleStrategy ScaleStrategy
suspend boolean @v1:1.3+
template PodTemplateSpec required`,
  ScaleStrategy: `
workersToDelete [string]`,
  GcsFaultToleranceOptions: `
backend string enum=redis|rocksdb rule=unchanged @1.7+
externalStorageNamespace string
redisAddress string required@<1.7
redisPassword RedisCredential
redisUsername RedisCredential
storage GcsEmbeddedStorage @1.7+`,
  RedisCredential: `
value string
valueFrom EnvVarSource`,
  GcsEmbeddedStorage: `
accessModes [string]
claimName string
deletionPolicy string enum=DeleteWithCluster|Retain
size quantity
storageClassName string
subPath string`,
  AuthOptions: `
enableK8sTokenAuth boolean @1.6+
mode string enum=disabled|token
secretName string @1.6+`,
  RayClusterUpgradeStrategy: `
type string enum=Recreate|None`,
  HistoryServerOptions: `
collectorOptions CollectorOptions`,
  CollectorOptions: `
env [EnvVar]
image string
imagePullPolicy string
resources ResourceRequirements`,
  NetworkPolicyConfig: `
head NetworkPolicyRules
mode string default="DenyAll" enum=DenyAll|DenyAllIngress|DenyAllEgress
worker NetworkPolicyRules
workerGroups [WorkerGroupNetworkPolicyRules] keys=groupName`,
  NetworkPolicyRules: `
egressRules [NetworkPolicyEgressRule]
ingressRules [NetworkPolicyIngressRule]`,
  NetworkPolicyEgressRule: `
ports [NetworkPolicyPort] atomic
to [NetworkPolicyPeer] atomic`,
  NetworkPolicyPort: `
endPort int32
port intOrString
protocol string`,
  NetworkPolicyPeer: `
ipBlock IPBlock
namespaceSelector LabelSelector
podSelector LabelSelector`,
  IPBlock: `
cidr string required
except [string] atomic`,
  NetworkPolicyIngressRule: `
from [NetworkPolicyPeer] atomic
ports [NetworkPolicyPort] atomic`,
  WorkerGroupNetworkPolicyRules: `
egressRules [NetworkPolicyEgressRule]
groupName string required
ingressRules [NetworkPolicyIngressRule]`,
  TLSOptions: `
enabled boolean`,
  RayClusterStatus: `
availableWorkerReplicas int32
conditions [Condition] keys=type @v1:1.2+
desiredCPU quantity @1.1+
desiredGPU quantity @1.1+
desiredMemory quantity @1.1+
desiredTPU quantity @1.1+
desiredWorkerReplicas int32
endpoints {string}
head HeadInfo
lastUpdateTime dateTime nullable
maxWorkerReplicas int32
minWorkerReplicas int32
observedGeneration int64 @0.5+
readyWorkerReplicas int32 @1.2+
reason string
state string
stateTransitionTimes {dateTime} @v1:1.2+`,
  HeadInfo: `
podIP string
podName string @v1:1.2+
serviceIP string
serviceName string @v1:1.2+`,
});
