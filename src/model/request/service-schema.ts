import * as field from "../fields.ts";
import * as z from "../schema-language.ts";
import type { ServiceConfig, ServiceUpgrade } from "./service.ts";
import { yamlText } from "./yaml-text-schema.ts";

const percent = z.int().min(0).max(100);

const upgrade: z.Schema<ServiceUpgrade> = z
  .strictObject({
    type: z.enum(["NewCluster", "None", "NewClusterWithIncrementalUpgrade"]).nullish().meta({
      description:
        "NewCluster moves to a new cluster at once, None never. Default: the operator's, which is NewCluster.",
      default: null,
    }),
    max_surge_percent: percent.nullish().meta({
      description: "Maximum size of the new cluster beside the old one, in percent. Default: 100.",
      default: null,
    }),
    step_size_percent: percent.nullish().meta({
      description:
        "How much traffic moves in each step, in percent. An incremental upgrade needs it.",
      default: null,
    }),
    interval_seconds: z.int().min(1).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description: "Time between steps, in seconds. An incremental upgrade needs it.",
      default: null,
    }),
    gateway_class: field.objectName("GatewayClass").nullish().meta({
      description: "Name of a GatewayClass. An incremental upgrade needs it.",
      default: null,
    }),
  })
  .meta({ description: "What happens when the cluster changes." });

export const serviceConfig: z.Schema<ServiceConfig> = z
  .strictObject({
    serve_config: yamlText.meta({
      description: "The config of Ray Serve with its applications: an object, or YAML text.",
    }),
    upgrade: upgrade
      .nullish()
      .meta({ description: "What happens when the cluster changes.", default: {} }),
    deletion_delay_seconds: z.int().min(0).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description: "How long an old cluster stays after an upgrade, in seconds. Default: 60.",
      default: null,
    }),
    exclude_head_from_serving: z.boolean().nullish().meta({
      description: "Whether the Service for requests excludes the head.",
      default: false,
    }),
    suspend: z.boolean().nullish().meta({
      description: "Whether the service is suspended, that is, has no cluster. Default: left out.",
      default: null,
    }),
  })
  .meta({ description: "What the cluster serves: the request makes a RayService." });
