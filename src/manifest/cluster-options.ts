import type { Path } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type {
  GcsFaultTolerance,
  GcsStorage,
  NetworkPolicy,
  NetworkRule,
  NetworkRules,
} from "../model/request/cluster-options.ts";
import { networkRules as networkRulesSchema } from "../model/request/network-rules-schema.ts";
import type { EnvironmentSource } from "../model/request/pod-inputs.ts";
import { formatMemory } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { BuildContext } from "./build-context.ts";
import type { ClusterOptionFields } from "./cluster-option-fields.ts";
import type { Draft } from "./draft.ts";
import { variableSource } from "./environment.ts";
import type {
  AuthenticationOptions,
  Credential,
  GcsFaultToleranceOptions,
  GcsStorageOptions,
  NetworkPolicyOptions,
  NetworkPolicyRules,
} from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Trace } from "./trace.ts";
import { filledBy, fromRequest } from "./trace.ts";

/** Fields of the request that become fields of the spec under other names, as far as they are set. */
export function addClusterOptions(
  spec: Draft<ClusterOptionFields>,
  { options, release, trace }: BuildContext,
): void {
  const { suspend, managed_by, upgrade_strategy, tls } = options;
  if (suspend != null) spec.suspend = suspend;
  // What makes a cluster is managed itself.
  if (managed_by != null && options.job == null && options.service == null) {
    spec.managedBy = managed_by;
  }
  if (upgrade_strategy != null) spec.upgradeStrategy = { type: upgrade_strategy };
  const authentication = authenticationOptions(options.auth, trace);
  if (authentication !== undefined) spec.authOptions = authentication;
  const { gcs_fault_tolerance: tolerance, network_policy: policy, head_service } = options;
  if (tolerance != null && release.gcsFaultToleranceIsField) {
    spec.gcsFaultToleranceOptions = gcsFaultToleranceOptions(tolerance, trace);
  }
  if (policy != null) spec.networkPolicy = networkPolicy(policy, trace);
  if (tls != null) spec.tlsOptions = { enabled: tls.enabled };
  const annotations = sortedMap(head_service?.annotations);
  if (annotations !== undefined) spec.headServiceAnnotations = annotations;
  trace?.mark(spec, {
    suspend: fromRequest(["suspend"]),
    managedBy: fromRequest(["managed_by"]),
    upgradeStrategy: fromRequest(["upgrade_strategy"]),
    authOptions: fromRequest(["auth"]),
    gcsFaultToleranceOptions: fromRequest(["gcs_fault_tolerance"]),
    networkPolicy: fromRequest(["network_policy"]),
    tlsOptions: filledBy("request", ["tls"]),
    headServiceAnnotations: filledBy("request", ["head_service", "annotations"]),
  });
}

/** Undefined where nothing is set. */
function authenticationOptions(
  options: BuildContext["options"]["auth"],
  trace: Trace | undefined,
): AuthenticationOptions | undefined {
  const { mode, kubernetes_tokens: tokens, secret } = options ?? {};
  if (mode == null && tokens == null && secret == null) return undefined;
  const result: Draft<AuthenticationOptions> = {};
  if (mode != null) result.mode = mode;
  if (tokens != null) result.enableK8sTokenAuth = tokens;
  if (secret != null) result.secretName = secret;
  trace?.mark(result, {
    mode: fromRequest(["auth", "mode"]),
    enableK8sTokenAuth: fromRequest(["auth", "kubernetes_tokens"]),
    secretName: fromRequest(["auth", "secret"]),
  });
  return result;
}

const GCS: Path = Object.freeze(["gcs_fault_tolerance"]);

function gcsFaultToleranceOptions(
  options: GcsFaultTolerance,
  trace: Trace | undefined,
): GcsFaultToleranceOptions {
  const { backend, redis_address, redis_username, redis_password } = options;
  const result: Draft<GcsFaultToleranceOptions> = {};
  // Redis is the default, and KubeRay before 1.7 has no such field.
  if (backend === "rocksdb") result.backend = backend;
  if (redis_address != null) result.redisAddress = redis_address;
  if (redis_username != null) result.redisUsername = credential(redis_username);
  if (redis_password != null) result.redisPassword = credential(redis_password);
  if (options.external_storage_namespace != null) {
    result.externalStorageNamespace = options.external_storage_namespace;
  }
  if (options.storage != null) result.storage = gcsStorageOptions(options.storage, trace);
  trace?.mark(result, {
    backend: fromRequest([...GCS, "backend"]),
    redisAddress: fromRequest([...GCS, "redis_address"]),
    redisUsername: fromRequest([...GCS, "redis_username"]),
    redisPassword: fromRequest([...GCS, "redis_password"]),
    externalStorageNamespace: fromRequest([...GCS, "external_storage_namespace"]),
    storage: fromRequest([...GCS, "storage"]),
  });
  return result;
}

function credential(value: string | EnvironmentSource): Credential {
  return typeof value === "string" ? { value } : { valueFrom: variableSource(value) };
}

function gcsStorageOptions(storage: GcsStorage, trace: Trace | undefined): GcsStorageOptions {
  const result: Draft<GcsStorageOptions> = {};
  if (storage.claim != null) result.claimName = storage.claim;
  if (storage.size_gb != null) result.size = formatMemory(memoryMebibytes(storage.size_gb));
  if (storage.storage_class != null) result.storageClassName = storage.storage_class;
  if (storage.access_modes != null) result.accessModes = [...storage.access_modes];
  if (storage.sub_path != null) result.subPath = storage.sub_path;
  if (storage.deletion_policy != null) result.deletionPolicy = storage.deletion_policy;
  const path: Path = [...GCS, "storage"];
  trace?.mark(result, {
    claimName: fromRequest([...path, "claim"]),
    size: fromRequest([...path, "size_gb"], "GiB."),
    storageClassName: fromRequest([...path, "storage_class"]),
    accessModes: filledBy("request", [...path, "access_modes"]),
    subPath: fromRequest([...path, "sub_path"]),
    deletionPolicy: fromRequest([...path, "deletion_policy"]),
  });
  return result;
}

function networkPolicy(policy: NetworkPolicy, trace: Trace | undefined): NetworkPolicyOptions {
  const result: NetworkPolicyOptions = {
    mode: policy.mode ?? "DenyAll",
    ...(policy.head == null ? {} : { head: networkRules(policy.head, "head", trace) }),
    ...(policy.worker == null ? {} : { worker: networkRules(policy.worker, "worker", trace) }),
  };
  trace?.mark(result, {
    mode: fromRequest(["network_policy", "mode"]),
    head: fromRequest(["network_policy", "head"]),
    worker: fromRequest(["network_policy", "worker"]),
  });
  return result;
}

function networkRules(
  rules: NetworkRules,
  role: "head" | "worker",
  trace: Trace | undefined,
): NetworkPolicyRules {
  const result: Draft<NetworkPolicyRules> = {};
  const { ingress_rules: ingress, egress_rules: egress } = networkRulesSchema.pick(rules);
  if (ingress != null) result.ingressRules = ingress.map(copied);
  if (egress != null) result.egressRules = egress.map(copied);
  trace?.mark(result, {
    ingressRules: filledBy("request", ["network_policy", role, "ingress_rules"]),
    egressRules: filledBy("request", ["network_policy", role, "egress_rules"]),
  });
  return result;
}

/** Plain data that the manifest may own. */
function copied(rule: NetworkRule): PlainObject {
  return JSON.parse(JSON.stringify(rule));
}
