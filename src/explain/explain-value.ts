import type {
  CompileOptions,
  DeeperSettingsOptions,
  Deployment,
  ReadRequest,
} from "../compile-documents.ts";
import { compileRead, prepareDeployment } from "../compile-documents.ts";
import type { Diagnostic, Finding, InputName, SourceRange } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { report } from "../diagnostics/report.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import { collectOrigins } from "../manifest/origins.ts";
import type { DocumentInput } from "../model/document-input.ts";
import { replaceInRequest } from "../model/read-documents.ts";
import type { RayClusterRequest } from "../model/request/request.ts";
import type { DeploymentSettings } from "../model/settings/settings.ts";
import { mergePodTemplates } from "../validate/overlays/merge-pod-templates.ts";
import { readSource } from "../yaml/read-source.ts";
import { snapshot } from "../yaml/snapshot.ts";
import { resolvePath } from "./resolve-path.ts";

/** Where one value of the manifest came from. */
export interface ValueExplanation {
  readonly ok: true;
  readonly path: Path;
  /** The value, or the part of the manifest, at that path. */
  readonly value: unknown;
  /** The fields that decided it, in order of weight; none if a rule of a KubeRay release did. */
  readonly inputs: readonly ExplainedInput[];
  /** What was made of the fields, or the rule. */
  readonly reason?: string;
  /** What `compile` warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A field of the request or the settings that decided a value. */
export interface ExplainedInput {
  readonly document: InputName;
  readonly path: Path;
  /** Whether the field is there; if it is not, its default holds. */
  readonly given: boolean;
  readonly range?: SourceRange;
}

/** What is known of a value, or why nothing is. */
export type Explanation = ValueExplanation | NotExplained;

/** A request that does not compile, or a path that leads nowhere. */
export interface NotExplained {
  readonly ok: false;
  /** What is wrong with the path is `invalid-option` of the document `options`, at `at`. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells where the value at a path of the manifest came from, such as
 * `spec.headGroupSpec.template.spec.containers[0].image`, or with names in place of indexes, as differences have it:
 * `spec.workerGroupSpecs[worker-group-0].replicas`. The lowering itself takes the origins down. Never throws: wrong
 * documents and options are diagnostics, as `compile` has them, and so is a path that leads nowhere.
 */
export function explainValue<Request, Settings>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: DocumentInput<DeploymentSettings, Settings> | null | undefined,
  at: string,
  options?: CompileOptions | null,
): Explanation;
export function explainValue<Request>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: unknown,
  at: string,
  options: DeeperSettingsOptions,
): Explanation;
export function explainValue(
  request: unknown,
  settings: unknown,
  at: string,
  options?: CompileOptions | null,
): Explanation {
  if (typeof at !== "string") {
    return wrongPath(`The path must be a string, but it is ${typeof at}.`, EXAMPLE);
  }
  const read = { input: request, source: readSource(request, "request") };
  return explainRead(read, prepareDeployment(settings, options), at);
}

/** `explainValue` for a request that was read, such as one of several in a text. */
export function explainRead(read: ReadRequest, deployment: Deployment, at: string): Explanation {
  const trace = collectOrigins();
  const result = compileRead(read, deployment, { trace, mergePodTemplates });
  if (!result.ok) return result;
  const resolved = resolvePath(at, plainData(result.manifest));
  if (resolved === undefined) return wrongPath(`${at} is not a field path.`, EXAMPLE);
  if (!resolved.ok) return wrongPath(resolved.problem, resolved.hint);
  const { path } = resolved;
  const missing = firstMissing(result.manifest, path);
  if (missing !== undefined) return missing;
  const origin = trace.originOf(result.manifest, path);
  const { given, settings } = deployment;
  const sources = {
    request: replaceInRequest(read.source, given),
    settings: settings.source,
  };
  const inputs = (origin?.inputs ?? []).map(({ document, path: field }): ExplainedInput => {
    const isGiven = has(sources[document].data, field);
    const range = isGiven ? sources[document].rangeOf?.(field, "value") : undefined;
    const path = [...(sources[document].root ?? []), ...field];
    return { document, path, given: isGiven, ...(range === undefined ? {} : { range }) };
  });
  return {
    ok: true,
    path,
    value: valueAt(result.manifest, path),
    inputs,
    ...(origin?.reason === undefined ? {} : { reason: origin.reason }),
    diagnostics: result.diagnostics,
  };
}

function wrongPath(message: string, hint: string | undefined): NotExplained {
  const finding: Finding = {
    code: "invalid-option",
    document: "options",
    path: ["at"],
    message,
    hint,
  };
  return { ok: false, diagnostics: report([finding], []) };
}

function plainData(manifest: object): PlainData {
  return snapshot(manifest, "manifest").data ?? null;
}

const EXAMPLE = "Write it as spec.headGroupSpec.template.spec.containers[0].image.";

/** The first step of a path that leads nowhere, with what stands there instead. */
function firstMissing(manifest: object, path: Path): NotExplained | undefined {
  for (let depth = 0; depth < path.length; depth++) {
    if (has(manifest, path.slice(0, depth + 1))) continue;
    const parent = valueAt(manifest, path.slice(0, depth));
    const known = typeof parent === "object" && parent !== null ? Object.keys(parent) : [];
    const hint =
      didYouMean(String(path[depth]), known) ??
      (known.length === 0 ? EXAMPLE : `The entries are ${known.join(", ")}.`);
    return wrongPath(`The manifest has no ${formatPath(path.slice(0, depth + 1))}.`, hint);
  }
  return undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (!isPlainObject(value) && !Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return value;
}

function has(root: unknown, path: Path): boolean {
  const value = valueAt(root, path);
  return value !== undefined && value !== null;
}
