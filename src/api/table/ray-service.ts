// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const rayServiceTypes: Readonly<Record<string, string>> = Object.freeze({
  RayService: `
apiVersion string
kind string
metadata object
spec RayServiceSpec
status RayServiceStatuses`,
  RayServiceSpec: `
deploymentUnhealthySecondThreshold int32
excludeHeadPodFromServeSvc boolean @v1:1.3+
managedBy string rule=unchanged rule=managed-by @v1:1.6+
rayClusterConfig RayClusterSpec required@v1:1.4+
rayClusterDeletionDelaySeconds int32 minimum=0 @v1:1.5+
serveConfig ServeDeploymentGraphSpec @<1.1
serveConfigV2 string @0.6+
serveService Service @0.5.2+
serviceUnhealthySecondThreshold int32
suspend boolean @v1:1.7+
upgradeStrategy RayServiceUpgradeStrategy @v1:1.3+`,
  ServeDeploymentGraphSpec: `
deployments [ServeConfigSpec]
importPath string required
port integer @0.5.2+
runtimeEnv string`,
  ServeConfigSpec: `
autoscalingConfig string
gracefulShutdownTimeoutS int32
gracefulShutdownWaitLoopS int32
healthCheckPeriodS int32
healthCheckTimeoutS int32
maxConcurrentQueries int32
name string required
numReplicas int32
rayActorOptions RayActorOptionSpec
routePrefix string
userConfig string`,
  RayActorOptionSpec: `
acceleratorType string
memory int32 @v1alpha1:<0.6
memory int64 @0.6+
numCpus number
numGpus number
objectStoreMemory int32 @v1alpha1:<0.6
objectStoreMemory int64 @0.6+
resources string
runtimeEnv string`,
  RayServiceUpgradeStrategy: `
clusterUpgradeOptions ClusterUpgradeOptions @1.5+
type string`,
  ClusterUpgradeOptions: `
gatewayClassName string required
intervalSeconds int32 required
maxSurgePercent int32 default=100
stepSizePercent int32 required`,
  RayServiceStatuses: `
activeServiceStatus RayServiceStatus
conditions [Condition] keys=type @v1:1.3+
lastUpdateTime dateTime @1.1+
numServeEndpoints int32 @v1:1.1+
observedGeneration int64 @0.5+
pendingServiceStatus RayServiceStatus
serviceStatus string`,
  RayServiceStatus: `
appStatus AppStatus @v1alpha1:<0.6
applicationStatuses {AppStatus} @0.6+
dashboardStatus DashboardStatus @<1.1
lastTrafficMigratedTime dateTime @v1:1.5+
rayClusterName string
rayClusterStatus RayClusterStatus
serveDeploymentStatuses [ServeDeploymentStatus] @v1alpha1:<0.6
targetCapacity int32 @v1:1.5+
trafficRoutedPercent int32 @v1:1.5+`,
  AppStatus: `
healthLastUpdateTime dateTime @v1alpha1,v1:<1.3
lastUpdateTime dateTime @<1.1
message string
serveDeploymentStatuses {ServeDeploymentStatus} @0.6+
status string`,
  ServeDeploymentStatus: `
healthLastUpdateTime dateTime @v1alpha1,v1:<1.3
lastUpdateTime dateTime @<1.1
message string
name string @v1alpha1:<0.6
status string`,
  DashboardStatus: `
healthLastUpdateTime dateTime
isHealthy boolean
lastUpdateTime dateTime`,
});
