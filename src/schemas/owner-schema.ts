import type { ObjectMetadata } from "../manifest/ray-cluster.ts";
import type {
  RayCronJobSpec,
  RayJobSpec,
  SubmitterContainer,
  SubmitterPodSpec,
  SubmitterPodTemplate,
} from "../manifest/ray-job.ts";
import type { RayServiceSpec } from "../manifest/ray-service.ts";
import { MAXIMUM_CPU, MAXIMUM_REPLICAS } from "../model/fields.ts";
import type { DeletionRule } from "../model/owner/job-fields.ts";
import type {
  ClusterUpgradeOptions,
  RayServiceUpgradeStrategy,
} from "../model/owner/service-fields.ts";
import { carriedText, patterns } from "../model/patterns.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";

const text: JsonSchema = { type: "string", minLength: 1, ...carriedText };
const yaml: JsonSchema = { type: "string", ...carriedText };
const flag: JsonSchema = { type: "boolean" };
const amount: JsonSchema = { type: "number", minimum: 0, maximum: MAXIMUM_CPU };
const percent: JsonSchema = { type: "integer", minimum: 0, maximum: 100 };
const count: JsonSchema = { type: "integer", minimum: 0, maximum: MAXIMUM_REPLICAS };
const seconds: JsonSchema = { ...count, minimum: 1 };
const manager: JsonSchema = { enum: ["ray.io/kuberay-operator", "kueue.x-k8s.io/multikueue"] };
const texts: JsonSchema = {
  type: "object",
  propertyNames: carriedText,
  additionalProperties: { type: "string", ...carriedText },
  minProperties: 1,
  maxProperties: MAXIMUM_ENTRIES,
};

const deletionRule: JsonSchema = closedObject<DeletionRule>({
  policy: { const: "DeleteSelf" },
  condition: closedObject<DeletionRule["condition"]>(
    {
      jobStatus: { sometimes: { enum: ["SUCCEEDED", "FAILED"] } },
      jobDeploymentStatus: { sometimes: { const: "Failed" } },
      ttlSeconds: count,
    },
    { minProperties: 2, maxProperties: 2 },
  ),
});

const submitterContainer: JsonSchema = closedObject<SubmitterContainer>({
  name: { const: "ray-job-submitter" },
  image: { $ref: "#/definitions/Image" },
  resources: { $ref: "#/definitions/Resources" },
});

const submitterPod: JsonSchema = closedObject<SubmitterPodSpec>({
  restartPolicy: { const: "Never" },
  serviceAccountName: { type: "string", ...patterns.dns1123Subdomain },
  imagePullSecrets: {
    sometimes: {
      type: "array",
      items: closedObject<Pick<ObjectMetadata, "name">>({
        name: { type: "string", ...patterns.dns1123Subdomain },
      }),
      minItems: 1,
      maxItems: MAXIMUM_ENTRIES,
    },
  },
  nodeSelector: { sometimes: { $ref: "#/definitions/NodeSelector" } },
  tolerations: {
    sometimes: {
      type: "array",
      items: { $ref: "#/definitions/Toleration" },
      minItems: 1,
      maxItems: MAXIMUM_ENTRIES,
    },
  },
  containers: { type: "array", items: submitterContainer, minItems: 1, maxItems: 1 },
});

const submitterTemplate: JsonSchema = closedObject<SubmitterPodTemplate>({ spec: submitterPod });

const deletionStrategy: JsonSchema = closedObject<NonNullable<RayJobSpec["deletionStrategy"]>>({
  deletionRules: { type: "array", items: deletionRule, minItems: 3, maxItems: 3 },
});

const jobSpec: JsonSchema = closedObject<RayJobSpec>({
  entrypoint: { sometimes: text },
  runtimeEnvYAML: { sometimes: yaml },
  jobId: { sometimes: text },
  metadata: { sometimes: texts },
  entrypointNumCpus: { sometimes: amount },
  entrypointNumGpus: { sometimes: amount },
  entrypointResources: { sometimes: { type: "string", pattern: "^\\{.+\\}$" } },
  submissionMode: {
    sometimes: { enum: ["K8sJobMode", "HTTPMode", "InteractiveMode", "SidecarMode"] },
  },
  submitterPodTemplate: { sometimes: submitterTemplate },
  submitterConfig: {
    sometimes: closedObject<NonNullable<RayJobSpec["submitterConfig"]>>({ backoffLimit: count }),
  },
  clusterSelector: { sometimes: texts },
  shutdownAfterJobFinishes: { sometimes: flag },
  deletionStrategy: { sometimes: deletionStrategy },
  ttlSecondsAfterFinished: { sometimes: count },
  activeDeadlineSeconds: { sometimes: seconds },
  preRunningDeadlineSeconds: { sometimes: seconds },
  backoffLimit: { sometimes: count },
  suspend: { sometimes: flag },
  managedBy: { sometimes: manager },
  rayClusterSpec: { sometimes: { $ref: "#/definitions/ClusterSpec" } },
});

const cronJobSpec: JsonSchema = closedObject<RayCronJobSpec>({
  schedule: text,
  timeZone: { sometimes: text },
  suspend: { sometimes: flag },
  jobTemplate: { $ref: "#/definitions/RayJobSpec" },
});

const upgradeOptions: JsonSchema = closedObject<ClusterUpgradeOptions>(
  {
    maxSurgePercent: { sometimes: percent },
    stepSizePercent: { sometimes: percent },
    intervalSeconds: { sometimes: seconds },
    gatewayClassName: { sometimes: { type: "string", ...patterns.dns1123Subdomain } },
  },
  { minProperties: 1 },
);

const serviceSpec: JsonSchema = closedObject<RayServiceSpec>({
  serveConfigV2: { sometimes: yaml },
  upgradeStrategy: {
    sometimes: closedObject<RayServiceUpgradeStrategy>(
      {
        type: { sometimes: { enum: ["NewCluster", "None", "NewClusterWithIncrementalUpgrade"] } },
        clusterUpgradeOptions: { sometimes: upgradeOptions },
      },
      { minProperties: 1 },
    ),
  },
  rayClusterDeletionDelaySeconds: { sometimes: count },
  excludeHeadPodFromServeSvc: { sometimes: flag },
  suspend: { sometimes: flag },
  managedBy: { sometimes: manager },
  rayClusterConfig: { $ref: "#/definitions/ClusterSpec" },
});

/** What comes of a part that a template of the request was merged over. */
const mergedPart: JsonSchema = { $ref: "#/definitions/MergedPart" };

/** With the fields that templates alone set. */
function withTemplates({ properties, ...spec }: JsonSchema, more: SchemaMap): JsonSchema {
  return { ...spec, properties: { ...properties, ...more } };
}

/** The specs of what makes a cluster. */
export const ownerSpecs: SchemaMap = Object.freeze({
  RayJobSpec: withTemplates(jobSpec, {
    submitterPodTemplate: { anyOf: [submitterTemplate, mergedPart] },
    deletionStrategy: { anyOf: [deletionStrategy, mergedPart] },
    deletionPolicy: text,
  }),
  RayCronJobSpec: cronJobSpec,
  RayServiceSpec: withTemplates(serviceSpec, {
    serveService: mergedPart,
    serviceUnhealthySecondThreshold: count,
    deploymentUnhealthySecondThreshold: count,
  }),
  MergedPart: { type: "object" },
});
