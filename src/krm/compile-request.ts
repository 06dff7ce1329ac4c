import { compile } from "../compile.ts";
import type { CompileOptions } from "../compile-documents.ts";
import type { DocumentName } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { RayManifest } from "../manifest/manifest.ts";
import type { DocumentOrigin, KrmResult } from "./krm-result.ts";
import { diagnosticResult, resultOf } from "./krm-result.ts";
import { readSpec } from "./read-spec.ts";
import type { Resource } from "./resource.ts";
import type { ResourceList } from "./resource-list.ts";

/** Settings and where they came from. */
export interface SettingsInput {
  /** As `compile` takes them. */
  readonly input: unknown;
  readonly origin: DocumentOrigin;
}

/** What became of one request resource. */
export interface CompiledRequest {
  readonly resource: Resource;
  /** Undefined where the results hold an error. */
  readonly manifest: RayManifest | undefined;
  readonly results: readonly KrmResult[];
}

/**
 * Compiles a RayClusterRequest resource: `spec.request`, whose name and namespace are those of the metadata where it has
 * none, with `spec.settings`, or else with the given ones.
 */
export function compileRequest(
  resource: Resource,
  list: ResourceList,
  settings: SettingsInput | undefined,
  options: CompileOptions,
): CompiledRequest {
  const read = readSpec(resource, list, ["request", "settings"]);
  if (!read.ok) return { resource, manifest: undefined, results: read.results };
  const { metadata, spec } = read.value;
  if (spec.request === undefined || spec.request === null) return requestMissing(resource);
  const borrowed = borrowedFields(spec.request, metadata);
  const request = isPlainObject(spec.request) ? { ...spec.request, ...borrowed } : spec.request;
  const chosen =
    spec.settings == null ? settings : { input: spec.settings, origin: settingsOf(resource) };
  const result = compile(request, chosen?.input, options);
  const requestOrigin: DocumentOrigin = {
    resource: resource.reference,
    place: (path) => [
      ...(Object.hasOwn(borrowed, String(path[0])) ? ["metadata"] : ["spec", "request"]),
      ...path,
    ],
  };
  const settingsOrigin = chosen?.origin ?? { place: (path: Path) => path };
  const originOf = (document: DocumentName) =>
    document === "settings" ? settingsOrigin : requestOrigin;
  const diagnostics = result.diagnostics;
  return {
    resource,
    manifest: result.ok ? result.manifest : undefined,
    results: [
      ...read.warnings,
      ...diagnostics.map((diagnostic) => diagnosticResult(diagnostic, originOf)),
    ],
  };
}

/** Where a resource holds settings. */
export function settingsOf({ reference }: Resource): DocumentOrigin {
  return { resource: reference, place: (path) => ["spec", "settings", ...path] };
}

/** The name and the namespace that a request takes from its resource, whatever they are. */
function borrowedFields(request: unknown, metadata: unknown): { readonly [key: string]: unknown } {
  if (!isPlainObject(request) || !isPlainObject(metadata)) return {};
  return Object.fromEntries(
    (["name", "namespace"] as const)
      .filter((field) => request[field] == null && metadata[field] != null)
      .map((field) => [field, metadata[field]]),
  );
}

function requestMissing(resource: Resource): CompiledRequest {
  const origin = { resource: resource.reference, place: (path: Path) => path };
  const mistake = {
    code: "missing-field",
    message: "The request is missing.",
    hint: "Write it at spec.request, in the same form as for raycluster compile.",
  };
  return {
    resource,
    manifest: undefined,
    results: [resultOf(mistake, origin, ["spec", "request"])],
  };
}
