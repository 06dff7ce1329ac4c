import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { GcsFaultTolerance, GcsStorage } from "../model/request/cluster-options.ts";
import type { EnvironmentSource } from "../model/request/pod-inputs.ts";
import { formatMemory } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { variableSource } from "./environment.ts";
import type {
  AuthenticationOptions,
  Credential,
  GcsFaultToleranceOptions,
  GcsStorageOptions,
  NetworkPolicyRules,
  RayClusterSpec,
} from "./ray-cluster.ts";
import { sortedMap } from "./sorted-map.ts";
import { filledBy, fromRequest } from "./trace.ts";

type Options = Draft<
  Pick<
    RayClusterSpec,
    | "suspend"
    | "managedBy"
    | "upgradeStrategy"
    | "authOptions"
    | "gcsFaultToleranceOptions"
    | "networkPolicy"
    | "tlsOptions"
    | "headServiceAnnotations"
  >
>;

/** Fields of the request that become fields of the spec under other names, as far as they are set. */
export function addClusterOptions(spec: Options, { options, release, trace }: BuildContext): void {
  const { suspend, managed_by, upgrade_strategy, auth, tls } = options;
  if (suspend != null) spec.suspend = suspend;
  if (managed_by != null) spec.managedBy = managed_by;
  if (upgrade_strategy != null) spec.upgradeStrategy = { type: upgrade_strategy };
  if (auth != null) spec.authOptions = authenticationOptions(auth);
  const { gcs_fault_tolerance: tolerance, network_policy: policy, head_service } = options;
  if (tolerance != null && release.gcsFaultToleranceIsField) {
    spec.gcsFaultToleranceOptions = gcsFaultToleranceOptions(tolerance);
  }
  if (policy != null) {
    spec.networkPolicy = {
      mode: policy.mode ?? "DenyAll",
      ...(policy.head == null ? {} : { head: networkRules(policy.head) }),
      ...(policy.worker == null ? {} : { worker: networkRules(policy.worker) }),
    };
  }
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
    tlsOptions: fromRequest(["tls"]),
    headServiceAnnotations: filledBy("request", ["head_service", "annotations"]),
  });
}

function authenticationOptions({
  mode,
  kubernetes_tokens: tokens,
  secret,
}: NonNullable<BuildContext["options"]["auth"]>): AuthenticationOptions {
  const result: Draft<AuthenticationOptions> = {};
  if (mode != null) result.mode = mode;
  if (tokens != null) result.enableK8sTokenAuth = tokens;
  if (secret != null) result.secretName = secret;
  return result;
}

function gcsFaultToleranceOptions(options: GcsFaultTolerance): GcsFaultToleranceOptions {
  const { backend, redis_address, redis_username, redis_password } = options;
  const result: Draft<GcsFaultToleranceOptions> = {};
  if (backend != null) result.backend = backend;
  if (redis_address != null) result.redisAddress = redis_address;
  if (redis_username != null) result.redisUsername = credential(redis_username);
  if (redis_password != null) result.redisPassword = credential(redis_password);
  if (options.external_storage_namespace != null) {
    result.externalStorageNamespace = options.external_storage_namespace;
  }
  if (options.storage != null) result.storage = gcsStorageOptions(options.storage);
  return result;
}

function credential(value: string | EnvironmentSource): Credential {
  return typeof value === "string" ? { value } : { valueFrom: variableSource(value) };
}

function gcsStorageOptions(storage: GcsStorage): GcsStorageOptions {
  const result: Draft<GcsStorageOptions> = {};
  if (storage.claim != null) result.claimName = storage.claim;
  if (storage.size_gb != null) result.size = formatMemory(memoryMebibytes(storage.size_gb));
  if (storage.storage_class != null) result.storageClassName = storage.storage_class;
  if (storage.access_modes != null) result.accessModes = [...storage.access_modes];
  if (storage.sub_path != null) result.subPath = storage.sub_path;
  if (storage.deletion_policy != null) result.deletionPolicy = storage.deletion_policy;
  return result;
}

function networkRules(
  rules: NonNullable<NonNullable<BuildContext["options"]["network_policy"]>["head"]>,
): NetworkPolicyRules {
  const result: Draft<NetworkPolicyRules> = {};
  if (rules.ingress_rules != null) result.ingressRules = rules.ingress_rules.map(copied);
  if (rules.egress_rules != null) result.egressRules = rules.egress_rules.map(copied);
  return result;
}

/** Plain data that the manifest may own. */
function copied(rule: PlainObject): PlainObject {
  return JSON.parse(JSON.stringify(rule));
}
