import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { FieldName } from "../model/owner/field-names.ts";
import {
  jobFieldNames,
  scheduleFieldNames,
  serviceFieldNames,
  upgradeFieldNames,
} from "../model/owner/field-names.ts";

/** The section of a request that says what makes the cluster; undefined where nothing does. */
export type OwnerSection = "job" | "service" | undefined;

/** A finding about a manifest as one about the request that makes it: at its places and in its words. */
export function inRequest(finding: Finding, owner: OwnerSection): Finding {
  const { path, message, hint, related = [] } = finding;
  return {
    ...finding,
    document: "request",
    path: requestPlace(path, owner),
    message: requestWords(message, owner),
    ...(hint === undefined ? {} : { hint: requestWords(hint, owner) }),
    related: related.map((place) => ({
      document: "request",
      path: requestPlace(place.path, owner),
      message: requestWords(place.message, owner),
    })),
  };
}

/** Where the request decides what stands at a path of the manifest. */
function requestPlace(path: Path, owner: OwnerSection): Path {
  const [first, second, ...rest] = path;
  if (first === "kind") return ["job", "schedule"];
  if (first === "metadata") return [String(second), ...rest];
  if (first !== "spec") return [];
  if (second === "jobTemplate") return specPlace(rest, owner);
  return specPlace(path.slice(1), owner);
}

function specPlace([field = "", ...rest]: Path, owner: OwnerSection): Path {
  if (owner === undefined) return clusterPlace([field, ...rest]);
  if (field === "managedBy") return ["managed_by"];
  if (field === "rayClusterSpec" || field === "rayClusterConfig") return clusterPlace(rest);
  const name = namesOf(owner).find(([manifest]) => manifest === field)?.[1];
  if (name === undefined) return [owner];
  if (field === "submitterConfig") return [owner, name, "retries"];
  if (field === "upgradeStrategy") return [owner, name, ...upgradePlace(rest)];
  const isMap = field === "metadata" || field === "clusterSelector";
  return [owner, name, ...(isMap ? rest : [])];
}

function upgradePlace(path: Path): Path {
  const [first, option] = path;
  if (first !== "clusterUpgradeOptions") return path;
  const name = upgradeFieldNames.find(([manifest]) => manifest === option)?.[1];
  return name === undefined ? [] : [name];
}

function clusterPlace([field, ...rest]: Path): Path {
  if (field === "rayVersion") return ["ray_version"];
  if (field === "suspend") return ["suspend"];
  if (field === "managedBy") return ["managed_by"];
  if (field === "workerGroupSpecs") return groupPlace(rest);
  if (field !== "authOptions") return ["config"];
  return rest[0] === "enableK8sTokenAuth" ? ["auth", "kubernetes_tokens"] : ["auth"];
}

function groupPlace([index, field]: Path): Path {
  if (index === undefined) return ["config", "scaling_groups"];
  const at = ["config", "scaling_groups", index];
  return field === "groupName" ? [...at, "name"] : at;
}

function namesOf(owner: OwnerSection): readonly FieldName[] {
  if (owner === undefined) return [];
  return owner === "job" ? [...jobFieldNames, ...scheduleFieldNames] : serviceFieldNames;
}

/** What is said of a manifest and has no place in a request. */
const PHRASES: readonly FieldName[] = Object.freeze([
  ["Write enableInTreeAutoscaling: true.", "Let a scaling group scale: raise its max_workers."],
  [
    "Write deletionRules with DeleteSelf instead of shutdownAfterJobFinishes.",
    "Delete them in another way.",
  ],
  ["needs clusterUpgradeOptions.", "needs options."],
  ["neither a rayClusterSpec nor a clusterSelector", "neither a config nor a cluster_selector"],
]);

/** Names of the manifest outside the job and the service. */
const CLUSTER_NAMES: readonly FieldName[] = Object.freeze([
  ["rayVersion", "ray_version"],
  ["rayClusterSpec", "config"],
  ["rayClusterConfig", "config"],
  ["managedBy", "managed_by"],
  ["enableK8sTokenAuth", "auth.kubernetes_tokens"],
]);

/** A text that every quotation stays out of, since a user wrote it. */
function requestWords(text: string, owner: OwnerSection): string {
  const names = new Map<string, string>([
    ...namesOf(owner),
    ...upgradeFieldNames,
    ...CLUSTER_NAMES,
  ]);
  let words = text;
  for (const [manifest, request] of PHRASES) words = words.replace(manifest, () => request);
  return words.replace(/"(?:[^"\\]|\\.)*"|\b[a-z]+(?:[A-Z][A-Za-z0-9]*)+\b/g, (word) =>
    word.startsWith('"') ? word : (names.get(word) ?? word),
  );
}
