import { carriedText } from "../model/patterns.ts";
import {
  autoscalerConfig,
  rayClusterConfig,
  scalingGroup,
  simpleRayCluster,
} from "../model/request/cluster-config-schema.ts";
import { environment, environmentSource } from "../model/request/environment-schema.ts";
import { jobConfig } from "../model/request/job-schema.ts";
import { networkParts, networkRules } from "../model/request/network-rules-schema.ts";
import { nodeConfig } from "../model/request/node-config-schema.ts";
import { fullRequest } from "../model/request/request-schema.ts";
import { serviceConfig } from "../model/request/service-schema.ts";
import { volumeConfig } from "../model/request/volume-schema.ts";
import * as textMaps from "../model/text-maps.ts";
import { fromZod, normalise, normaliseDefinitions } from "./from-zod.ts";
import type { JsonSchema } from "./json-schema.ts";
import { withPodTemplates } from "./pod-template-schema.ts";

/** The schema of a RayClusterRequest, for editors. */
export function requestSchema(): JsonSchema {
  const definitions = normaliseDefinitions({
    Labels: fromZod(textMaps.labels),
    Annotations: fromZod(textMaps.annotations),
    EnvironmentSource: fromZod(environmentSource),
    EnvironmentValue: ENVIRONMENT_VALUE,
    Environment: fromZod(environment),
    VolumeConfig: fromZod(volumeConfig),
    ...Object.fromEntries(
      Object.entries(networkParts).map(([name, part]) => [name, fromZod(part)]),
    ),
    NetworkRules: fromZod(networkRules),
    RayNodeConfig: fromZod(nodeConfig),
    AutoscalerConfig: fromZod(autoscalerConfig),
    ScalingGroup: fromZod(scalingGroup),
    SimpleRayCluster: fromZod(simpleRayCluster),
    RayClusterConfig: fromZod(rayClusterConfig),
    JobConfig: fromZod(jobConfig),
    ServiceConfig: fromZod(serviceConfig),
  });
  const { properties, required, ...rest } = normalise(fromZod(fullRequest), definitions);
  const {
    $schema = {},
    name = {},
    namespace = {},
    image = {},
    ray_version = {},
    config: _,
    ...others
  } = properties ?? {};
  return withPodTemplates({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "raycluster-request.schema.json",
    title: "RayClusterRequest",
    description: "What a user wants of a Ray cluster; it compiles to a KubeRay object.",
    ...rest,
    properties: { $schema, name, namespace, image, ray_version, config: CONFIG, ...others },
    required: ["name", "image", "config"],
    definitions,
  });
}

/** What a variable may hold: a string, or where Kubernetes reads it from. */
const ENVIRONMENT_VALUE: JsonSchema = Object.freeze({
  description: "A string, or where Kubernetes reads it from.",
  anyOf: [{ type: "string", ...carriedText }, { $ref: "#/definitions/EnvironmentSource" }],
});

/** Two closed objects: an editor offers the fields of both until one of them decides the form. */
const CONFIG: JsonSchema = Object.freeze({
  description:
    "The cluster: n_nodes and node_config for equal nodes, or head_node and scaling_groups in full.",
  type: "object",
  anyOf: [{ $ref: "#/definitions/SimpleRayCluster" }, { $ref: "#/definitions/RayClusterConfig" }],
});
