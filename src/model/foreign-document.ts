import type { Finding, Source } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import { deeperSettings } from "./settings/deeper-settings.ts";

/** A document that is something else than what it was given as. */
export interface ForeignDocument {
  readonly is: "object" | "settings" | "chart" | "request";
  /** As a sentence names it: `a RayCluster`, `Helm values`. */
  readonly kind: string;
  /** The key that tells. */
  readonly path: Path;
  /** What to do with it in place of a request. */
  readonly requestHint: string;
}

const REQUEST_HINT = "Give a request: an object with name, image, ray_version and config.";

/**
 * What a document is that is no request: a Kubernetes object, a file of Ray's own, Helm values, or settings of ours. Undefined
 * where it may be one.
 */
export function foreignToRequests(data: unknown): ForeignDocument | undefined {
  if (!isPlainObject(data)) return undefined;
  return kubernetesObject(data) ?? rayFile(data) ?? helmValues(data);
}

/** What a document is that holds no settings: a Kubernetes object or a request. */
export function foreignToSettings(data: unknown): ForeignDocument | undefined {
  if (!isPlainObject(data)) return undefined;
  return kubernetesObject(data) ?? request(data);
}

/** A source that says one thing of the whole document, and nothing else. */
export function refusedSource(source: Source, finding: Finding): Source {
  return { ...source, data: undefined, findings: [finding], otherKeys: [] };
}

/** Says that a request is none. */
export function foreignRequest({ kind, path, requestHint }: ForeignDocument): Finding {
  return {
    code: "foreign-document",
    document: "request",
    path,
    target: "key",
    message: `This is ${kind}, not a request.`,
    hint: requestHint,
  };
}

type Members = { readonly [key: string]: unknown };

function kubernetesObject(data: Members): ForeignDocument | undefined {
  const { apiVersion, kind } = data;
  const hasKind = typeof kind === "string" && kind !== "";
  const hasVersion = typeof apiVersion === "string" && apiVersion !== "";
  if (!hasKind && !hasVersion) return undefined;
  // Either of the two is enough where the rest is that of an object too.
  if (!(hasKind && hasVersion) && !isPlainObject(data.metadata) && !("spec" in data)) {
    return undefined;
  }
  if (!hasKind) {
    const object = { is: "object", kind: "a Kubernetes object", path: ["apiVersion"] } as const;
    return { ...object, requestHint: REQUEST_HINT };
  }
  return { is: "object", kind: `a ${shownKind(kind)}`, path: ["kind"], requestHint: hintFor(kind) };
}

function shownKind(kind: string): string {
  return /^[A-Za-z]{1,63}$/.test(kind) ? kind : `Kubernetes object of the kind ${showText(kind)}`;
}

function hintFor(kind: string): string {
  switch (kind) {
    case "RayCluster":
    case "RayJob":
    case "RayService":
    case "RayCronJob":
      return `${REQUEST_HINT} A ${kind} is the output; raycluster import makes a request of one, and raycluster diff compares two.`;
    case "RayClusterRequest":
      return "Give the object at spec.request, or pass the whole document to raycluster krm.";
    default:
      return REQUEST_HINT;
  }
}

/** What Ray's own programs read: the cluster launcher, and Ray Serve. */
function rayFile(data: Members): ForeignDocument | undefined {
  if ("config" in data) return undefined;
  const [types, provider] = ["available_node_types", "provider"];
  const isLauncher = isPlainObject(data[provider]) && "cluster_name" in data;
  if (isLauncher || isPlainObject(data[types])) {
    const key = types in data ? types : provider;
    const requestHint = `${REQUEST_HINT} Node types become config.head_node and config.scaling_groups.`;
    return { is: "object", kind: "a file of Ray's cluster launcher", path: [key], requestHint };
  }
  if (!Array.isArray(data.applications)) return undefined;
  const requestHint = `${REQUEST_HINT} This document belongs below service.serve_config.`;
  return { is: "object", kind: "a config of Ray Serve", path: ["applications"], requestHint };
}

/** Keys of our settings, of KubeRay's chart for clusters, and of most charts. */
function helmValues(data: Members): ForeignDocument | undefined {
  if ("config" in data || "ray_version" in data) return undefined;
  const { worker } = data;
  const isWorker =
    isPlainObject(worker) && ("service_account" in worker || "image_pull_secrets" in worker);
  const ours = isWorker ? "worker" : ["ray", "rbac"].find((key) => isPlainObject(data[key]));
  const own = "kuberay_version" in data ? "kuberay_version" : ours;
  if (own !== undefined) {
    const requestHint = `${REQUEST_HINT} Pass settings separately, with --settings.`;
    return { is: "settings", kind: "a settings file", path: [own], requestHint };
  }
  const deeper = deeperSettings(data);
  if (deeper !== undefined && !("name" in data)) {
    const requestHint = `${REQUEST_HINT} Pass settings separately, with --settings.`;
    return { is: "settings", kind: "a Helm values file", path: deeper, requestHint };
  }
  const isChartImage = isPlainObject(data.image) && "repository" in data.image;
  if (!isChartImage) return undefined;
  const kind = "a Helm values file";
  return { is: "chart", kind, path: ["image"], requestHint: REQUEST_HINT };
}

/** A request has a config, or says which Ray its image has. */
function request(data: Members): ForeignDocument | undefined {
  const { config, image, name, ray_version } = data;
  const isRequest =
    typeof name === "string" &&
    (isPlainObject(config) || typeof ray_version === "string") &&
    (typeof image === "string" || isPlainObject(config));
  if (!isRequest) return undefined;
  const path = isPlainObject(config) ? ["config"] : ["ray_version"];
  return { is: "request", kind: "a request", path, requestHint: REQUEST_HINT };
}

/** A list, where one object is wanted: several requests, or several Kubernetes objects. */
export function listFinding(length: number): Finding {
  return {
    code: "wrong-type",
    document: "request",
    path: [],
    message: `The document must be an object, but it is a list of ${length}.`,
    hint: "Put one request in each file.",
  };
}
