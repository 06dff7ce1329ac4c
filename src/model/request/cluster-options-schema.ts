import * as z from "zod";
import * as field from "../fields.ts";
import * as textMaps from "../text-maps.ts";
import type {
  Authentication,
  GcsFaultTolerance,
  GcsStorage,
  HeadService,
  NetworkPolicy,
  NetworkRules,
  Tls,
} from "./cluster-options.ts";
import { environmentValue } from "./environment-schema.ts";
import { openObject } from "./pod-template-schema.ts";

export const headService: z.ZodType<HeadService> = z
  .strictObject({
    type: z
      .enum(["ClusterIP", "NodePort", "LoadBalancer"])
      .nullish()
      .meta({ description: "How the Service is reached.", default: "ClusterIP" }),
    labels: textMaps.labels.nullish().meta({ description: "Labels of the Service.", default: {} }),
    annotations: textMaps.annotations
      .nullish()
      .meta({ description: "Annotations of the Service.", default: {} }),
  })
  .meta({ description: "The Service in front of the head." });

const text = (description: string) =>
  z.string().min(1).nullish().meta({ description, default: null });

const gcsStorage: z.ZodType<GcsStorage> = z
  .strictObject({
    claim: text("A PersistentVolumeClaim that is there."),
    size_gb: field.gibibytes("size_gb").nullish().meta({
      description: "Size of the volume that KubeRay makes, in GiB.",
      default: null,
    }),
    storage_class: text("Storage class of that volume. Default: the cluster's."),
    access_modes: z
      .array(z.enum(["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]))
      .nullish()
      .meta({ description: "Access modes of that volume.", default: ["ReadWriteOnce"] }),
    sub_path: text("A path within the volume. Default: its root."),
    deletion_policy: z.enum(["DeleteWithCluster", "Retain"]).nullish().meta({
      description: "What becomes of that volume when the cluster is deleted. Default: KubeRay's.",
      default: null,
    }),
  })
  .meta({ description: "Where rocksdb keeps the state: a claim, or a volume of a size." });

export const gcsFaultTolerance: z.ZodType<GcsFaultTolerance> = z
  .strictObject({
    backend: z
      .enum(["redis", "rocksdb"])
      .nullish()
      .meta({ description: "What keeps the state of the head.", default: "redis" }),
    redis_address: text("Address of Redis, such as redis:6379."),
    redis_username: environmentValue
      .nullish()
      .meta({ description: "User name for Redis: a text or a source.", default: null }),
    redis_password: environmentValue.nullish().meta({
      description: "Password for Redis: a text, or better {secret: NAME, key: KEY}.",
      default: null,
    }),
    external_storage_namespace: text(
      "Prefix of the cluster's keys in Redis. Default: the cluster's UID.",
    ),
    storage: gcsStorage
      .nullish()
      .meta({ description: "Where rocksdb keeps the state.", default: null }),
  })
  .meta({ description: "Keeps the head's state outside of it, so that workers outlive the head." });

export const authentication: z.ZodType<Authentication> = z
  .strictObject({
    mode: z.enum(["disabled", "token"]).nullish().meta({
      description: "token: every client needs the cluster's token.",
      default: "disabled",
    }),
    kubernetes_tokens: z
      .boolean()
      .nullish()
      .meta({ description: "Whether Kubernetes' own tokens are taken.", default: false }),
    secret: text("The Secret that holds the token. Default: KubeRay makes one."),
  })
  .meta({ description: "Who may talk to Ray." });

const networkRules: z.ZodType<NetworkRules> = z.strictObject({
  ingress_rules: z
    .array(openObject())
    .nullish()
    .meta({ description: "Ingress rules of a NetworkPolicy.", default: [] }),
  egress_rules: z
    .array(openObject())
    .nullish()
    .meta({ description: "Egress rules of a NetworkPolicy.", default: [] }),
});

export const networkPolicy: z.ZodType<NetworkPolicy> = z
  .strictObject({
    mode: z.enum(["DenyAll", "DenyAllIngress", "DenyAllEgress"]).nullish().meta({
      description: "What is forbidden unless a rule allows it.",
      default: "DenyAll",
    }),
    head: networkRules.nullish().meta({ description: "Rules for the head.", default: {} }),
    worker: networkRules.nullish().meta({ description: "Rules for all workers.", default: {} }),
  })
  .meta({ description: "What the pods may reach and be reached from." });

export const tls: z.ZodType<Tls> = z
  .strictObject({
    enabled: z.boolean().meta({ description: "Whether Ray's traffic is encrypted." }),
  })
  .meta({ description: "Encryption between Ray's nodes." });
