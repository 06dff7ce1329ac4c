// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const containerTypes: Readonly<Record<string, string>> = Object.freeze({
  Container: `
args [string] atomic@1.2+
command [string] atomic@1.2+
env [EnvVar] keys=name@1.2+
envFrom [EnvFromSource] atomic@1.2+
image string
imagePullPolicy string
lifecycle Lifecycle
livenessProbe Probe
name string required
ports [ContainerPort] keys=containerPort,protocol
readinessProbe Probe
resizePolicy [ContainerResizePolicy] atomic @1.1+
resources ResourceRequirements
restartPolicy string @1.1+
restartPolicyRules [ContainerRestartRule] atomic @1.5+
securityContext SecurityContext
startupProbe Probe
stdin boolean
stdinOnce boolean
terminationMessagePath string
terminationMessagePolicy string
tty boolean
volumeDevices [VolumeDevice] keys=devicePath@1.2+
volumeMounts [VolumeMount] keys=mountPath@1.2+
workingDir string`,
  EnvVar: `
name string required
value string
valueFrom EnvVarSource`,
  EnvVarSource: `
configMapKeyRef ConfigMapKeySelector
fieldRef ObjectFieldSelector
fileKeyRef FileKeySelector @1.5+
resourceFieldRef ResourceFieldSelector
secretKeyRef SecretKeySelector`,
  ConfigMapKeySelector: `
* atomic@1.1+
key string required
name string default=""@1.2+
optional boolean`,
  SecretKeySelector: `
* atomic@1.1+
key string required
name string default=""@1.2+
optional boolean`,
  FileKeySelector: `
* atomic
key string required
optional boolean default=false
path string required
volumeName string required`,
  EnvFromSource: `
configMapRef ConfigMapEnvSource
prefix string
secretRef SecretEnvSource`,
  ConfigMapEnvSource: `
* atomic@1.1+
name string default=""@1.2+
optional boolean`,
  SecretEnvSource: `
* atomic@1.1+
name string default=""@1.2+
optional boolean`,
  Lifecycle: `
postStart LifecycleHandler
preStop LifecycleHandler
stopSignal string @1.4+`,
  LifecycleHandler: `
exec ExecAction
httpGet HTTPGetAction
sleep SleepAction @1.2+
tcpSocket TCPSocketAction`,
  ExecAction: `
command [string] atomic@1.2+`,
  HTTPGetAction: `
host string
httpHeaders [HTTPHeader] atomic@1.2+
path string
port intOrString required
scheme string`,
  HTTPHeader: `
name string required
value string required`,
  TCPSocketAction: `
host string
port intOrString required`,
  SleepAction: `
seconds int64 required`,
  Probe: `
exec ExecAction
failureThreshold int32
grpc GRPCAction
httpGet HTTPGetAction
initialDelaySeconds int32
periodSeconds int32
successThreshold int32
tcpSocket TCPSocketAction
terminationGracePeriodSeconds int64
timeoutSeconds int32`,
  GRPCAction: `
port int32 required
service string default=""@1.3.1+`,
  ContainerPort: `
containerPort int32 required
hostIP string
hostPort int32
name string
protocol string default="TCP"`,
  SecurityContext: `
allowPrivilegeEscalation boolean
appArmorProfile AppArmorProfile @1.2+
capabilities Capabilities
privileged boolean
procMount string
readOnlyRootFilesystem boolean
runAsGroup int64
runAsNonRoot boolean
runAsUser int64
seLinuxOptions SELinuxOptions
seccompProfile SeccompProfile
windowsOptions WindowsSecurityContextOptions`,
  Capabilities: `
add [string] atomic@1.2+
drop [string] atomic@1.2+`,
  SELinuxOptions: `
level string
role string
type string
user string`,
  SeccompProfile: `
localhostProfile string
type string required`,
  WindowsSecurityContextOptions: `
gmsaCredentialSpec string
gmsaCredentialSpecName string
hostProcess boolean
runAsUserName string`,
  AppArmorProfile: `
localhostProfile string
type string required`,
  ContainerResizePolicy: `
resourceName string required
restartPolicy string required`,
  ContainerRestartRule: `
action string required
exitCodes ContainerRestartRuleOnExitCodes`,
  ContainerRestartRuleOnExitCodes: `
operator string required
values [int32] set`,
  EphemeralContainer: `
args [string] atomic@1.2+
command [string] atomic@1.2+
env [EnvVar] keys=name@1.2+
envFrom [EnvFromSource] atomic@1.2+
image string
imagePullPolicy string
lifecycle Lifecycle
livenessProbe Probe
name string required
ports [ContainerPort] keys=containerPort,protocol
readinessProbe Probe
resizePolicy [ContainerResizePolicy] atomic @1.1+
resources ResourceRequirements
restartPolicy string @1.1+
restartPolicyRules [ContainerRestartRule] atomic @1.5+
securityContext SecurityContext
startupProbe Probe
stdin boolean
stdinOnce boolean
targetContainerName string
terminationMessagePath string
terminationMessagePolicy string
tty boolean
volumeDevices [VolumeDevice] keys=devicePath@1.2+
volumeMounts [VolumeMount] keys=mountPath@1.2+
workingDir string`,
});
