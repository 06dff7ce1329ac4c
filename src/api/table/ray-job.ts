// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const rayJobTypes: Readonly<Record<string, string>> = Object.freeze({
  RayJob: `
apiVersion string
kind string
metadata object
spec RayJobSpec
status RayJobStatus`,
  RayJobSpec: `
activeDeadlineSeconds int32 @v1:1.1+
backoffLimit int32 default=0 @v1:1.2+
clusterSelector {string}
deletionPolicy string rule=deletion-policy @v1:1.3<1.5
deletionStrategy DeletionStrategy rule=policies-or-rules rule=both-policies @v1:1.5+
entrypoint string required@v1alpha1,v1:<1.2.2
entrypointNumCpus number @1.0+
entrypointNumGpus number @1.0+
entrypointResources string @1.0+
jobId string
managedBy string rule=unchanged rule=managed-by @v1:1.3+
metadata {string}
preRunningDeadlineSeconds int32 minimum=1 @v1:1.6+
rayClusterSpec RayClusterSpec
runtimeEnv string @<1.1
runtimeEnvYAML string @1.0+
shutdownAfterJobFinishes boolean
submissionMode string default="K8sJobMode" @v1:1.1+
submitterConfig SubmitterConfig @v1:1.2+
submitterPodTemplate PodTemplateSpec @0.6+
suspend boolean @0.5.2+
ttlSecondsAfterFinished int32 default=0@1.1+`,
  SubmitterConfig: `
backoffLimit int32`,
  DeletionStrategy: `
deletionRules [DeletionRule] minItems=1 atomic
onFailure DeletionPolicy
onSuccess DeletionPolicy`,
  DeletionRule: `
condition DeletionCondition required rule=one-status@1.6+ rule=some-status@1.6+
policy string required enum=DeleteCluster|DeleteWorkers|DeleteSelf|DeleteNone`,
  DeletionCondition: `
jobDeploymentStatus string enum=Failed @1.6+
jobStatus string required@<1.6 enum=SUCCEEDED|FAILED
ttlSeconds int32 default=0 minimum=0`,
  DeletionPolicy: `
policy string enum=DeleteCluster|DeleteWorkers|DeleteSelf|DeleteNone`,
  RayJobStatus: `
dashboardURL string
endTime dateTime
failed int32 default=0 @v1:1.2+
jobDeploymentStatus string
jobId string
jobStatus string
jobStatusCheckFailureStartTime dateTime @v1:1.7+
message string
observedGeneration int64 @0.5+
rayClusterName string
rayClusterStatus RayClusterStatus
rayJobInfo RayJobStatusInfo @v1:1.4+
reason string @v1:1.1+
startTime dateTime
succeeded int32 default=0 @v1:1.2+`,
  RayJobStatusInfo: `
endTime dateTime
startTime dateTime`,
  RayCronJob: `
apiVersion string
kind string
metadata object
spec RayCronJobSpec
status RayCronJobStatus`,
  RayCronJobSpec: `
jobTemplate RayJobSpec required
schedule string required
suspend boolean
timeZone string minLength=1 @1.7+`,
  RayCronJobStatus: `
lastScheduleTime dateTime`,
});
