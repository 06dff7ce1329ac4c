import {
  isList,
  isObject,
  ownField,
  ownInteger,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject, TextMap } from "../diagnostics/plain-data.ts";
import { autoscalerPullPolicy } from "../kuberay/autoscaler-defaults.ts";
import { AUTOSCALER_VARIABLE } from "../kuberay/laws/autoscaler-version.ts";
import type { Version } from "../kuberay/version.ts";
import type { Draft } from "../manifest/draft.ts";
import type { AutoscalerConfig } from "../model/request/cluster-config.ts";
import type { ImagePullPolicy } from "../model/request/node-config.ts";
import { cpusOf, gibibytesOf } from "./exact-amounts.ts";
import { importEnvironment, importVariable } from "./import-environment.ts";

/** Fields of the request beside the cluster, as they are being put together. */
export type RequestDraft = Record<string, PlainData | object | undefined>;

/** Puts the options of the spec into the request, under the names that it has for them. */
export function importClusterOptions(spec: PlainObject, request: RequestDraft): void {
  const head = ownObject(spec, "headGroupSpec");
  const service = ownObject(ownObject(head, "headService"), "metadata");
  put(request, "head_service", {
    name: ownText(service, "name"),
    type: ownText(head, "serviceType") === "ClusterIP" ? undefined : ownText(head, "serviceType"),
    labels: texts(ownObject(service, "labels")),
    annotations: texts(ownObject(spec, "headServiceAnnotations")),
  });
  const tolerance = ownField(spec, "gcsFaultToleranceOptions");
  if (isObject(tolerance)) request.gcs_fault_tolerance = faultTolerance(tolerance);
  const auth = ownObject(spec, "authOptions");
  put(request, "auth", {
    mode: ownText(auth, "mode"),
    kubernetes_tokens: ownField(auth, "enableK8sTokenAuth"),
    secret: ownText(auth, "secretName"),
  });
  put(request, undefined, {
    upgrade_strategy: ownText(ownObject(spec, "upgradeStrategy"), "type"),
    suspend: ownField(spec, "suspend"),
    managed_by: ownText(spec, "managedBy"),
  });
  const policy = ownField(spec, "networkPolicy");
  if (isObject(policy)) request.network_policy = networkPolicy(policy);
  const tls = ownField(ownObject(spec, "tlsOptions"), "enabled");
  if (tls !== undefined) request.tls = { enabled: tls };
}

/** The members that are there, below a key or at the top; nothing where there is none. */
function put(
  request: RequestDraft,
  key: string | undefined,
  members: Readonly<Record<string, PlainData | object | undefined>>,
): void {
  const given: RequestDraft = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) given[name] = value;
  if (key === undefined) Object.assign(request, given);
  else if (Object.keys(given).length > 0) request[key] = given;
}

/** Undefined where it is empty. */
export function texts(map: PlainObject): TextMap | undefined {
  const entries = Object.entries(map).flatMap(
    ([key, value]): readonly (readonly [string, string])[] =>
      typeof value === "string" ? [[key, value]] : [],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function faultTolerance(options: PlainObject): RequestDraft {
  const result: RequestDraft = {};
  const storage = ownObject(options, "storage");
  put(result, undefined, {
    backend: ownText(options, "backend") === "redis" ? undefined : ownText(options, "backend"),
    redis_address: ownText(options, "redisAddress"),
    redis_username: credential(ownField(options, "redisUsername")),
    redis_password: credential(ownField(options, "redisPassword")),
    external_storage_namespace: ownText(options, "externalStorageNamespace"),
  });
  put(result, "storage", {
    claim: ownText(storage, "claimName"),
    size_gb: gibibytesOf(ownField(storage, "size")),
    storage_class: ownText(storage, "storageClassName"),
    access_modes: ownField(storage, "accessModes"),
    sub_path: ownText(storage, "subPath"),
    deletion_policy: ownText(storage, "deletionPolicy"),
  });
  return result;
}

function credential(value: PlainData | undefined) {
  return value === undefined ? undefined : importVariable(value);
}

function networkPolicy(policy: PlainObject): RequestDraft {
  const result: RequestDraft = {};
  const rules = (role: string) => {
    const given = ownField(policy, role);
    if (!isObject(given)) return undefined;
    const draft: RequestDraft = {};
    for (const [key, field] of RULES) {
      const list = ownField(given, field);
      if (isList(list)) draft[key] = list;
    }
    return draft;
  };
  put(result, undefined, {
    mode: ownText(policy, "mode"),
    head: rules("head"),
    worker: rules("worker"),
  });
  return result;
}

const RULES = Object.freeze([
  ["ingress_rules", "ingressRules"],
  ["egress_rules", "egressRules"],
] as const);

/** KubeRay's own amounts: common/pod.go, v0.4.0 to v1.7.0. */
const DEFAULT_CPU = 0.5;
const DEFAULT_MEMORY_GIB = 0.5;

export function importAutoscaler(spec: PlainObject, kuberay: Version): AutoscalerConfig {
  const options = ownObject(spec, "autoscalerOptions");
  const resources = ownObject(options, "resources");
  const amount = (key: string) =>
    ownField(ownObject(resources, "limits"), key) ??
    ownField(ownObject(resources, "requests"), key);
  const config: Draft<AutoscalerConfig> & { cpu: number; memory_gb: number } = {
    cpu: cpusOf(amount("cpu")) ?? DEFAULT_CPU,
    memory_gb: gibibytesOf(amount("memory")) ?? DEFAULT_MEMORY_GIB,
  };
  config.version = ownText(options, "version") === "v2" ? "v2" : pinnedVersion(spec);
  const idle = ownInteger(options, "idleTimeoutSeconds");
  if (idle !== undefined && idle !== 60) config.idle_timeout_seconds = idle;
  const mode = ownText(options, "upscalingMode");
  if (mode === "Aggressive" || mode === "Conservative") config.upscaling_mode = mode;
  config.image = ownText(options, "image");
  const policy = ownText(options, "imagePullPolicy");
  if (policy !== autoscalerPullPolicy(kuberay) && isPullPolicy(policy)) {
    config.image_pull_policy = policy;
  }
  const env = importEnvironment(options);
  if (Object.keys(env).length > 0) config.env = env;
  return config;
}

export function isPullPolicy(text: string | undefined): text is ImagePullPolicy {
  return text === "Always" || text === "IfNotPresent" || text === "Never";
}

/** As older releases are told: by a variable of the head. */
function pinnedVersion(spec: PlainObject): "v1" | "v2" | undefined {
  const template = ownObject(ownObject(spec, "headGroupSpec"), "template");
  const [ray] = ownList(ownObject(template, "spec"), "containers");
  const value = importEnvironment(ray ?? null)[AUTOSCALER_VARIABLE];
  if (value === "1") return "v2";
  return value === "0" ? "v1" : undefined;
}
