import type { ClusterOptionFields } from "../manifest/cluster-option-fields.ts";
import type {
  AuthenticationOptions,
  Credential,
  GcsFaultToleranceOptions,
  GcsStorageOptions,
  NetworkPolicyOptions,
  NetworkPolicyRules,
} from "../manifest/ray-cluster.ts";
import { patterns } from "../model/patterns.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import type { Members } from "./closed-object.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema } from "./json-schema.ts";

const word: JsonSchema = { type: "string", minLength: 1 };
const objectName: JsonSchema = { type: "string", ...patterns.dns1123Subdomain };
const flag: JsonSchema = { type: "boolean" };

function listOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, maxItems: MAXIMUM_ENTRIES };
}

const credential: JsonSchema = closedObject<Credential>(
  {
    value: { sometimes: { type: "string" } },
    valueFrom: { sometimes: { $ref: "#/definitions/VariableSource" } },
  },
  { minProperties: 1, maxProperties: 1 },
);

const storage: JsonSchema = closedObject<GcsStorageOptions>({
  claimName: { sometimes: objectName },
  size: { sometimes: { $ref: "#/definitions/Memory" } },
  storageClassName: { sometimes: objectName },
  accessModes: { sometimes: listOf({ type: "string" }) },
  subPath: { sometimes: word },
  deletionPolicy: { sometimes: { enum: ["DeleteWithCluster", "Retain"] } },
});

const rules: JsonSchema = closedObject<NetworkPolicyRules>({
  ingressRules: { sometimes: listOf(rule("from")) },
  egressRules: { sometimes: listOf(rule("to")) },
});

/** A rule as a NetworkPolicy of Kubernetes has it. */
function rule(peers: "from" | "to"): JsonSchema {
  return {
    type: "object",
    properties: { [peers]: listOf({}), ports: listOf({}) },
    additionalProperties: false,
  };
}

/** Members of the spec that fields of the request beside its config become. */
export const clusterOptions: Members<ClusterOptionFields> = Object.freeze({
  suspend: { sometimes: flag },
  managedBy: { sometimes: { enum: ["ray.io/kuberay-operator", "kueue.x-k8s.io/multikueue"] } },
  upgradeStrategy: {
    sometimes: closedObject<NonNullable<ClusterOptionFields["upgradeStrategy"]>>({
      type: { enum: ["Recreate", "None"] },
    }),
  },
  authOptions: {
    sometimes: closedObject<AuthenticationOptions>({
      mode: { sometimes: { enum: ["disabled", "token"] } },
      enableK8sTokenAuth: { sometimes: flag },
      secretName: { sometimes: objectName },
    }),
  },
  gcsFaultToleranceOptions: {
    sometimes: closedObject<GcsFaultToleranceOptions>({
      backend: { sometimes: { enum: ["redis", "rocksdb"] } },
      redisAddress: { sometimes: word },
      redisUsername: { sometimes: credential },
      redisPassword: { sometimes: credential },
      externalStorageNamespace: { sometimes: word },
      storage: { sometimes: storage },
    }),
  },
  networkPolicy: {
    sometimes: closedObject<NetworkPolicyOptions>({
      mode: { enum: ["DenyAll", "DenyAllIngress", "DenyAllEgress"] },
      head: { sometimes: rules },
      worker: { sometimes: rules },
    }),
  },
  tlsOptions: {
    sometimes: closedObject<NonNullable<ClusterOptionFields["tlsOptions"]>>({ enabled: flag }),
  },
  headServiceAnnotations: { sometimes: { $ref: "#/definitions/Annotations" } },
});
