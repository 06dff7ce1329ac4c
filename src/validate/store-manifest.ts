import type { Api } from "../api/api.ts";
import { checkAgainstApi } from "../api/check-against-api.ts";
import { placeName } from "../api/place-name.ts";
import { pruned } from "../api/pruned.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { isObject, ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { severityOf } from "../diagnostics/severity-of.ts";
import { newestKuberay } from "../kuberay/releases.ts";
import { formatMinor, formatVersion, isLaterMinor } from "../kuberay/version.ts";
import type { ManifestView } from "../kuberay/views/manifest-view.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import { metadataFindings } from "./object-metadata.ts";
import type { ValidationTarget } from "./validation-target.ts";

/** What the API server of a target makes of one manifest. */
export interface StoredManifest {
  /** The API that it is meant for; undefined where the target serves none for its kind. */
  readonly api: Api | undefined;
  /** What the API server refuses or drops. */
  readonly findings: readonly Finding[];
  /** As it is stored, without what is dropped, or would be if nothing were refused; undefined of a kind that KubeRay lacks. */
  readonly view: ManifestView | undefined;
}

/**
 * A manifest as the API server of a target takes it. Of a release that is newer than those known nobody knows which fields
 * and versions it has: there what is unknown is kept, and a warning.
 */
export function storeManifest(data: PlainObject, target: ValidationTarget): StoredManifest {
  const missing = IDENTITY.filter((field) => ownText(data, field) === undefined);
  if (missing.length > 0) {
    const findings = missing.map((field) => notNamed(data, field));
    return { api: undefined, findings, view: viewManifest(data) };
  }
  const served = servedFor(data, target);
  const { api } = served;
  if (api === undefined) return { ...served, view: viewManifest(data) };
  const isGuess = isUnknown(api, target);
  const found = checkAgainstApi(data, api);
  const findings = [
    ...served.findings,
    ...metadataFindings(data),
    ...(isGuess ? found.map((finding) => guessed(finding, target)) : found),
  ];
  const stored = isGuess ? data : pruned(data, api);
  return { api, findings, view: isObject(stored) ? viewManifest(stored) : undefined };
}

/** Whether the API server drops a field for this, and takes the manifest all the same unless kubectl refuses it first. */
export function isDrop(finding: Finding): boolean {
  return DROPS.includes(finding.code) && severityOf(finding) === "error";
}

const DROPS: readonly Finding["code"][] = Object.freeze([
  "api-unknown-field",
  "api-field-not-in-release",
]);

const IDENTITY = Object.freeze(["apiVersion", "kind"] as const);

function notNamed(data: PlainObject, field: (typeof IDENTITY)[number]): Finding {
  const isThere = ownField(data, field) !== undefined;
  return {
    code: isThere ? "api-wrong-type" : "api-missing-field",
    document: "manifest",
    path: [field],
    message: isThere ? `${field} must be text.` : `${field} is missing.`,
    hint:
      otherCase(data, field) ??
      (field === "kind" ? "Write a kind such as RayCluster." : "Write ray.io/v1."),
  };
}

/** A key that is spelled alike but for capital letters. */
function otherCase(data: PlainObject, field: string): string | undefined {
  const written = Object.keys(data).find(
    (key) => key !== field && key.toLowerCase() === field.toLowerCase(),
  );
  return written === undefined ? undefined : `Write ${field} instead of ${written}.`;
}

/** The API of a manifest, or what is wrong with its kind or version; of a version, also the API that is meant. */
function servedFor(
  data: PlainObject,
  target: ValidationTarget,
): Pick<StoredManifest, "api" | "findings"> {
  const kind = ownText(data, "kind") ?? "";
  const answer = target.apiOf(kind, ownText(data, "apiVersion") ?? "");
  if (answer.ok) return { api: answer.api, findings: [] };
  const { field, message, hint } = answer;
  const finding: Finding = {
    code: "api-kind-not-served",
    document: "manifest",
    path: [field],
    message,
    hint,
  };
  for (const version of ["ray.io/v1", "ray.io/v1alpha1"]) {
    const meant = target.apiOf(kind, version);
    if (!meant.ok) continue;
    const told = isUnknown(meant.api, target) ? guessed(finding, target) : finding;
    return { api: meant.api, findings: [told] };
  }
  return { api: undefined, findings: [finding] };
}

/** Whether the API is that of an older release, since the target's is not known. A CRD that was given is. */
function isUnknown({ release }: Api, { kuberay }: ValidationTarget): boolean {
  return release !== undefined && isLaterMinor(kuberay, newestKuberay);
}

/** What a release that is not known may have. All else it refuses as the newest known one does. */
function guessed(finding: Finding, { kuberay }: ValidationTarget): Finding {
  const { code, path } = finding;
  if (!DROPS.includes(code) && code !== "api-kind-not-served") return finding;
  const what =
    code === "api-kind-not-served" ? "this version" : `a field ${placeName(path.slice(-1))} here`;
  return {
    ...finding,
    severity: "warning",
    message: `KubeRay ${formatMinor(newestKuberay)} is the newest release known and does not have ${what}; whether ${formatVersion(kuberay)} has it is not known.`,
  };
}
