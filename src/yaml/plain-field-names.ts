/**
 * Names of fields in manifests that are plain text to every YAML reader: the printer need not look at their characters,
 * which is a third of its time. A name that is missing here is printed the same, only later. What all clusters have comes
 * first, then Kubernetes' other fields, then KubeRay's.
 */
export const plainFieldNames: ReadonlySet<string> = new Set(
  [
    "apiVersion kind metadata name namespace labels annotations spec template containers image command args env value",
    "valueFrom ports containerPort protocol resources limits requests cpu memory volumes volumeMounts mountPath emptyDir",
    "lifecycle preStop exec serviceAccountName nodeSelector tolerations key operator effect",
    "headGroupSpec workerGroupSpecs groupName replicas minReplicas maxReplicas rayStartParams rayVersion",
    "enableInTreeAutoscaling autoscalerOptions num-cpus num-gpus dashboard-host",
    "affinity claimName configMap configMapKeyRef envFrom fieldPath fieldRef hostPath imagePullPolicy imagePullSecrets",
    "initContainers items labelSelector matchExpressions matchLabels medium optional path persistentVolumeClaim port",
    "priorityClassName readOnly restartPolicy runtimeClassName secret secretKeyRef secretName securityContext sizeLimit",
    "subPath tolerationSeconds topologyKey topologySpreadConstraints type values whenUnsatisfiable maxSkew",
    "activeDeadlineSeconds backoffLimit entrypoint gcsFaultToleranceOptions headService idleTimeoutSeconds jobTemplate",
    "numOfHosts rayClusterConfig rayClusterSpec runtimeEnvYAML schedule serveConfigV2 serviceType submissionMode suspend",
    "submitterPodTemplate ttlSecondsAfterFinished upgradeStrategy upscalingMode version",
  ].flatMap((names) => names.split(" ")),
);
