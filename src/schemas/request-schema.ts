import {
  autoscalerConfig,
  fullRequest,
  nodeConfig,
  rayClusterConfig,
  scalingGroup,
  simpleRayCluster,
} from "../model/request-schema.ts";
import * as textMaps from "../model/text-maps.ts";
import { fromZod, normalise, normaliseDefinitions } from "./from-zod.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The schema of a RayClusterRequest, for editors. */
export function requestSchema(): JsonSchema {
  const definitions = normaliseDefinitions({
    RayNodeConfig: fromZod(nodeConfig),
    AutoscalerConfig: fromZod(autoscalerConfig),
    ScalingGroup: fromZod(scalingGroup),
    SimpleRayCluster: fromZod(simpleRayCluster),
    RayClusterConfig: fromZod(rayClusterConfig),
    Labels: fromZod(textMaps.labels),
    Annotations: fromZod(textMaps.annotations),
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
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "raycluster-request.schema.json",
    title: "RayClusterRequest",
    description: "What a user asks of a Ray cluster; it compiles to a KubeRay RayCluster.",
    ...rest,
    properties: { $schema, name, namespace, image, ray_version, config: CONFIG, ...others },
    required: ["name", "image", "ray_version", "config"],
    definitions,
  };
}

/** Two closed objects: an editor offers the fields of both until one of them decides the form. */
const CONFIG: JsonSchema = Object.freeze({
  description:
    "The cluster: n_nodes and node_config for equal nodes, or head_node and scaling_groups in full.",
  type: "object",
  anyOf: [{ $ref: "#/definitions/SimpleRayCluster" }, { $ref: "#/definitions/RayClusterConfig" }],
});
