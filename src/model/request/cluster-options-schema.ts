import { dns1035LabelProblem } from "../../api/identifiers/dns-label.ts";
import { redisWordProblem } from "../../api/identifiers/redis-word.ts";
import { subPathProblem } from "../../api/identifiers/volume-path.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useInstead } from "../use-instead.ts";
import type {
  Authentication,
  GcsFaultTolerance,
  GcsStorage,
  HeadService,
  NetworkPolicy,
  Tls,
} from "./cluster-options.ts";
import { environmentValue } from "./environment-schema.ts";
import { networkRules } from "./network-rules-schema.ts";

export const headService: z.Schema<HeadService> = z
  .strictObject({
    name: field
      .identifier(
        "invalid-name",
        "The Service's name",
        (text) => dns1035LabelProblem(text, 63),
        (text) => useInstead(text, 63, "train-head"),
      )
      .nullish()
      .meta({
        description: "Name of the Service. Default: the cluster's name and -head-svc.",
        default: null,
        ...patterns.dns1035Label,
        maxLength: 63,
      }),
    type: z
      .enum(["ClusterIP", "NodePort", "LoadBalancer"])
      .nullish()
      .meta({ description: "Type of the Service. Default: ClusterIP.", default: null }),
    labels: textMaps.labels.nullish().meta({ description: "Labels of the Service.", default: {} }),
    annotations: textMaps.annotations
      .nullish()
      .meta({ description: "Annotations of the Service.", default: {} }),
  })
  .meta({ description: "The Service in front of the head." });

function word(noun: string, example: string, description: string) {
  return field
    .identifier("invalid-redis-option", noun, redisWordProblem, () => `Write it as ${example}.`)
    .nullish()
    .meta({ description, default: null, ...patterns.redisWord });
}

function objectName(kind: string, description: string) {
  return field.objectName(kind).nullish().meta({ description, default: null });
}

const gcsStorage: z.Schema<GcsStorage> = z
  .strictObject({
    claim: objectName("PersistentVolumeClaim", "Name of an existing PersistentVolumeClaim."),
    size_gb: field.gibibytes("size_gb").nullish().meta({
      description: "Size of the volume that KubeRay makes, in GiB (2**30 bytes).",
      default: null,
    }),
    storage_class: objectName(
      "StorageClass",
      "StorageClass of that volume. Default: Kubernetes' default.",
    ),
    access_modes: z
      .array(z.enum(["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]))
      .nullish()
      .meta({
        description: "Access modes of that volume. Default: ReadWriteOnce.",
        default: null,
      }),
    sub_path: field
      .identifier(
        "invalid-volume",
        "The path within the volume",
        subPathProblem,
        () => "Give a relative path, such as train.",
      )
      .nullish()
      .meta({
        description: "A path within the volume. Default: its root.",
        default: null,
        ...patterns.subPath,
      }),
    deletion_policy: z.enum(["DeleteWithCluster", "Retain"]).nullish().meta({
      description: "What happens to that volume when the cluster is deleted. Default: KubeRay's.",
      default: null,
    }),
  })
  .meta({
    description:
      "Where rocksdb keeps the state: an existing claim, or a new volume of a given size.",
  });

export const gcsFaultTolerance: z.Schema<GcsFaultTolerance> = z
  .strictObject({
    backend: z
      .enum(["redis", "rocksdb"])
      .nullish()
      .meta({ description: "What keeps the state of the head. Default: redis.", default: null }),
    redis_address: word(
      "The address of Redis",
      "redis:6379",
      "Address of Redis, such as redis:6379.",
    ),
    redis_username: environmentValue.nullish().meta({
      description: "User name for Redis: a string, or {secret: NAME, key: KEY}.",
      default: null,
    }),
    redis_password: environmentValue.nullish().meta({
      description: "Password for Redis: a string, or better {secret: NAME, key: KEY}.",
      default: null,
    }),
    external_storage_namespace: word(
      "The prefix of the keys in Redis",
      "one word, such as train",
      "Prefix of the cluster's keys in Redis. Default: the cluster's UID.",
    ),
    storage: gcsStorage
      .nullish()
      .meta({ description: "Where rocksdb keeps the state.", default: null }),
  })
  .meta({
    description:
      "Keeps the head's state outside the head, so that workers survive when the head is lost.",
  });

export const authentication: z.Schema<Authentication> = z
  .strictObject({
    mode: z.enum(["disabled", "token"]).nullish().meta({
      description: "token: every client needs the cluster's token. Default: KubeRay's.",
      default: null,
    }),
    kubernetes_tokens: z.boolean().nullish().meta({
      description:
        "Whether Kubernetes' own tokens are accepted. Default: KubeRay's, which is false.",
      default: null,
    }),
    secret: objectName("Secret", "Name of the Secret with the token. Default: KubeRay makes one."),
  })
  .meta({ description: "Who may connect to Ray." });

export const networkPolicy: z.Schema<NetworkPolicy> = z
  .strictObject({
    mode: z.enum(["DenyAll", "DenyAllIngress", "DenyAllEgress"]).nullish().meta({
      description: "What is forbidden unless a rule allows it. Default: DenyAll.",
      default: null,
    }),
    head: networkRules.nullish().meta({ description: "Rules for the head.", default: {} }),
    worker: networkRules.nullish().meta({ description: "Rules for all workers.", default: {} }),
  })
  .meta({ description: "Which traffic to and from the pods is allowed." });

export const tls: z.Schema<Tls> = z
  .strictObject({
    enabled: z.boolean().meta({ description: "Whether Ray's traffic is encrypted." }),
  })
  .meta({ description: "Encryption between Ray's nodes." });
