import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { FieldName } from "../model/owner/field-names.ts";
import {
  jobFieldNames,
  scheduleFieldNames,
  serviceFieldNames,
  upgradeFieldNames,
} from "../model/owner/field-names.ts";

/** A finding about a manifest as one about the request that makes it: at its places and in its words. */
export function inRequest(finding: Finding, isJob: boolean): Finding {
  const { path, message, hint, related = [] } = finding;
  return {
    ...finding,
    document: "request",
    path: requestPlace(path, isJob),
    message: requestWords(message, isJob),
    ...(hint === undefined ? {} : { hint: requestWords(hint, isJob) }),
    related: related.map((place) => ({
      document: "request",
      path: requestPlace(place.path, isJob),
      message: requestWords(place.message, isJob),
    })),
  };
}

/** Where the request decides what stands at a path of the manifest. */
export function requestPlace(path: Path, isJob: boolean): Path {
  const [first, second, ...rest] = path;
  if (first === "kind") return ["job", "schedule"];
  if (first === "metadata") return [String(second), ...rest];
  if (first !== "spec") return [];
  if (second === "jobTemplate") return specPlace(rest, isJob);
  return specPlace(path.slice(1), isJob);
}

function specPlace([field = "", ...rest]: Path, isJob: boolean): Path {
  if (field === "managedBy") return ["managed_by"];
  if (field === "rayClusterSpec" || field === "rayClusterConfig") return clusterPlace(rest);
  const section = isJob ? "job" : "service";
  const name = namesOf(isJob).find(([manifest]) => manifest === field)?.[1];
  if (name === undefined) return [section];
  if (field === "submitterConfig") return [section, name, "retries"];
  if (field === "upgradeStrategy") return [section, name, ...upgradePlace(rest)];
  const isMap = field === "metadata" || field === "clusterSelector";
  return [section, name, ...(isMap ? rest : [])];
}

function upgradePlace(path: Path): Path {
  const [first, option] = path;
  if (first !== "clusterUpgradeOptions") return path;
  const name = upgradeFieldNames.find(([manifest]) => manifest === option)?.[1];
  return name === undefined ? [] : [name];
}

function clusterPlace([field, ...rest]: Path): Path {
  if (field === "rayVersion") return ["ray_version"];
  if (field !== "authOptions") return ["config"];
  return rest[0] === "enableK8sTokenAuth" ? ["auth", "kubernetes_tokens"] : ["auth"];
}

function namesOf(isJob: boolean): readonly FieldName[] {
  return isJob ? [...jobFieldNames, ...scheduleFieldNames] : serviceFieldNames;
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
function requestWords(text: string, isJob: boolean): string {
  const names = new Map<string, string>([
    ...namesOf(isJob),
    ...upgradeFieldNames,
    ...CLUSTER_NAMES,
  ]);
  let words = text;
  for (const [manifest, request] of PHRASES) words = words.replace(manifest, () => request);
  return words.replace(/"(?:[^"\\]|\\.)*"|\b[a-z]+(?:[A-Z][A-Za-z0-9]*)+\b/g, (word) =>
    word.startsWith('"') ? word : (names.get(word) ?? word),
  );
}
