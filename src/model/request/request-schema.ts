import { dns1035LabelProblem, dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { versionProblem } from "../../kuberay/version.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useInstead } from "../use-instead.ts";
import { rayClusterConfig, simpleRayCluster } from "./cluster-config-schema.ts";
import {
  authentication,
  gcsFaultTolerance,
  headService,
  networkPolicy,
  tls,
} from "./cluster-options-schema.ts";
import { environment } from "./environment-schema.ts";
import { jobConfig } from "./job-schema.ts";
import { clusterTemplate, jobTemplate, serviceTemplate } from "./pod-template-schema.ts";
import type { RayClusterRequest } from "./request.ts";
import { serviceConfig } from "./service-schema.ts";
import { volumeConfig } from "./volume-schema.ts";

/** KubeRay 1.4 and later create nothing under a longer name: ray-operator/controllers/ray/utils/validation.go. */
export const MAXIMUM_NAME_LENGTH = 53;
/** A week, in seconds. */
export const MAXIMUM_ACTIVATION_TIMEOUT_SECONDS = 604_800;

/** The fields of a request beside `config`. */
export const requestFields = {
  $schema: z.string().nullish().meta({
    description: "The JSON Schema that an editor should use; has no effect.",
    default: null,
  }),
  name: field
    .identifier(
      "invalid-name",
      "The name",
      (text) => dns1035LabelProblem(text, MAXIMUM_NAME_LENGTH),
      (text) => useInstead(text, MAXIMUM_NAME_LENGTH, "train"),
    )
    .meta({
      description: "Name of the RayCluster: a DNS-1035 label of at most 53 characters.",
      ...patterns.dns1035Label,
      maxLength: MAXIMUM_NAME_LENGTH,
    }),
  namespace: field
    .identifier("invalid-namespace", "The namespace", dns1123LabelProblem, (text) =>
      useInstead(text, 63, "ml"),
    )
    .nullish()
    .meta({
      description: "Namespace of the RayCluster. Default: none; whoever applies it chooses.",
      default: null,
      ...patterns.dns1123Label,
    }),
  image: field
    .image("The image")
    .meta({ description: "Container image of head and workers.", ...patterns.imageReference }),
  ray_version: field
    .identifier(
      "invalid-version",
      "The Ray version",
      versionProblem,
      () => "Give the version of Ray in the image, such as 2.9.3.",
    )
    .nullish()
    .meta({
      description:
        'Version of Ray in the image, in quotes, such as "2.9.3". Default: unknown, which leaves some decisions to Ray.',
      default: null,
      ...patterns.version,
    }),
  forward_logs: z
    .boolean()
    .nullish()
    .meta({ description: "Whether the driver prints the workers' logs.", default: true }),
  activation_timeout_seconds: z
    .int()
    .min(1)
    .max(MAXIMUM_ACTIVATION_TIMEOUT_SECONDS)
    .nullish()
    .meta({
      description:
        "How long a cluster may take to become ready, in seconds; after that it has failed.",
      default: 900,
    }),
  labels: textMaps.clusterLabels
    .nullish()
    .meta({ description: "Labels of the RayCluster object.", default: {} }),
  annotations: textMaps.clusterAnnotations
    .nullish()
    .meta({ description: "Annotations of the RayCluster object.", default: {} }),
  env: environment.nullish().meta({
    description: "Variables of the Ray containers of head and workers.",
    default: {},
  }),
  volumes: z.array(volumeConfig).nullish().meta({
    description: "Volumes of the Ray containers of head and workers.",
    default: [],
  }),
  head_service: headService
    .nullish()
    .meta({ description: "The Service in front of the head.", default: {} }),
  gcs_fault_tolerance: gcsFaultTolerance.nullish().meta({
    description:
      "Keeps the head's state outside the head, so that workers survive when the head is lost.",
    default: null,
  }),
  auth: authentication.nullish().meta({ description: "Who may connect to Ray.", default: {} }),
  upgrade_strategy: z.enum(["Recreate", "None"]).nullish().meta({
    description:
      "What KubeRay does with running pods when their template changes. Default: None, nothing.",
    default: null,
  }),
  suspend: z.boolean().nullish().meta({
    description:
      "Whether the cluster is suspended, that is, has no pods. Default: left out; a suspended cluster resumes only at false.",
    default: null,
  }),
  managed_by: z.enum(["ray.io/kuberay-operator", "kueue.x-k8s.io/multikueue"]).nullish().meta({
    description: "The controller that manages the cluster. Default: KubeRay's operator.",
    default: null,
  }),
  network_policy: networkPolicy.nullish().meta({
    description: "Which traffic to and from the pods is allowed.",
    default: null,
  }),
  tls: tls.nullish().meta({ description: "Encryption between Ray's nodes.", default: null }),
  cluster_template: clusterTemplate.nullish().meta({
    description:
      "A partial RayCluster without its pods, merged over the compiler's, where the settings allow it.",
    default: {},
  }),
  job: jobConfig.nullish().meta({
    description: "What runs on the cluster: the request makes a RayJob or a RayCronJob.",
    default: null,
  }),
  service: serviceConfig.nullish().meta({
    description: "What the cluster serves: the request makes a RayService.",
    default: null,
  }),
  job_template: jobTemplate.nullish().meta({
    description:
      "A partial spec of a RayJob without its cluster, merged over the compiler's, where the settings allow it.",
    default: {},
  }),
  service_template: serviceTemplate.nullish().meta({
    description:
      "A partial spec of a RayService without its cluster, merged over the compiler's, where the settings allow it.",
    default: {},
  }),
};

/** A request with the config in full, and one with the simple config: `n_nodes` tells them apart. */
export const fullRequest: z.Schema<RayClusterRequest> = z.strictObject({
  ...requestFields,
  config: rayClusterConfig,
});

export const simpleRequest: z.Schema<RayClusterRequest> = z.strictObject({
  ...requestFields,
  config: simpleRayCluster,
});

/** A request with either config. */
export const eitherRequest: z.Schema<RayClusterRequest> = z.strictObject({
  ...requestFields,
  config: z.union([simpleRayCluster, rayClusterConfig]),
});
