import type { Api } from "../api/api.ts";
import { apiKinds } from "../api/api-for.ts";
import { checkAgainstApi } from "../api/check-against-api.ts";
import { pruned } from "../api/pruned.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { isObject, ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { apiVersion } from "../kuberay/laws/api-version.ts";
import { findBreaches } from "../kuberay/laws/find-breaches.ts";
import type { Law } from "../kuberay/laws/law.ts";
import { operatorLaws } from "../kuberay/laws/registry.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import { rayLaws } from "../ray/laws/registry.ts";
import { checkManifestPods } from "./check-manifest-pods.ts";
import type { ValidationTarget } from "./validation-target.ts";
import { withoutEchoes } from "./without-echoes.ts";

/** Whether an object is one of KubeRay's, sound or not: by its kind or by the group of its version. */
export function isKuberayManifest(data: PlainData | undefined): data is PlainObject {
  if (!isObject(data)) return false;
  const kind = ownText(data, "kind") ?? "";
  if (apiKinds().includes(kind)) return true;
  return (ownText(data, "apiVersion") ?? "").startsWith("ray.io/") && !kind.endsWith("List");
}

/**
 * Everything that is wrong with one manifest under a target, in no particular order: what its API server refuses or
 * drops; then, of what is left, what the operator refuses, what keeps Kubernetes from taking the pods, and what is lawful
 * and surely not meant. One cause, one finding.
 */
export function validateManifest(data: PlainObject, target: ValidationTarget): readonly Finding[] {
  const missing = IDENTITY.filter((field) => ownText(data, field) === undefined);
  if (missing.length > 0) return missing.map((field) => notNamed(data, field));
  const kind = ownText(data, "kind") ?? "";
  const answer = target.apiOf(kind, ownText(data, "apiVersion") ?? "");
  const { api, findings } = answer.ok
    ? { api: answer.api, findings: [] }
    : notServed(kind, answer, target);
  if (api === undefined) return findings;
  const broken = [...findings, ...nameFindings(data), ...checkAgainstApi(data, api)];
  const stored = pruned(data, api);
  const view = isObject(stored) ? viewManifest(stored) : undefined;
  if (view === undefined) return broken;
  const breaches = findBreaches(view, target, LAWS);
  return withoutEchoes(broken, breaches, checkManifestPods(view, target));
}

const IDENTITY = Object.freeze(["apiVersion", "kind"] as const);

/** Which versions are served is asked of the API. */
const LAWS: readonly Law[] = Object.freeze(
  [...operatorLaws, ...rayLaws].filter((law) => law !== apiVersion),
);

function notNamed(data: PlainObject, field: (typeof IDENTITY)[number]): Finding {
  const isThere = ownField(data, field) !== undefined;
  return {
    code: isThere ? "api-wrong-type" : "api-missing-field",
    document: "manifest",
    path: [field],
    message: isThere ? `${field} must be a string.` : `${field} is missing.`,
    hint: field === "kind" ? "Write a kind such as RayCluster." : "Write ray.io/v1.",
  };
}

/** No schema requires a name, and no object is made without one or what one is generated from. */
function nameFindings(data: PlainObject): readonly Finding[] {
  const metadata = ownField(data, "metadata") ?? {};
  if (!isObject(metadata)) return [];
  const named = ["name", "generateName"].map((field) => ownField(metadata, field) ?? "");
  if (named.some((name) => name !== "")) return [];
  return [
    {
      code: "api-missing-field",
      document: "manifest",
      path: ["metadata", "name"],
      message: "The manifest has no name, so the API server refuses it.",
      hint: "Write metadata.name, such as train.",
    },
  ];
}

/** What is wrong with the kind or the version; of a version, also the API that is meant, so that the rest can be judged. */
function notServed(
  kind: string,
  answer: {
    readonly field: "kind" | "apiVersion";
    readonly message: string;
    readonly hint: string;
  },
  target: ValidationTarget,
): { readonly api: Api | undefined; readonly findings: readonly Finding[] } {
  const { field, message, hint } = answer;
  const finding: Finding = {
    code: "api-kind-not-served",
    document: "manifest",
    path: [field],
    message,
    hint,
  };
  if (field === "kind") return { api: undefined, findings: [finding] };
  for (const version of ["ray.io/v1", "ray.io/v1alpha1"]) {
    const meant = target.apiOf(kind, version);
    if (meant.ok) return { api: meant.api, findings: [finding] };
  }
  return { api: undefined, findings: [finding] };
}
