import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/report.ts";
import { buildManifest } from "./manifest/build-manifest.ts";
import type { RayClusterManifest } from "./manifest/ray-cluster.ts";
import type { Trace } from "./manifest/trace.ts";
import type { DocumentInput } from "./model/document-input.ts";
import { readDocuments } from "./model/read-documents.ts";
import { readReplacements } from "./model/read-replacements.ts";
import type { Replacements } from "./model/replacements.ts";
import { examineRequest } from "./model/request/examine-request.ts";
import type { RayClusterRequest } from "./model/request/request.ts";
import { resolve } from "./model/resolve.ts";
import { examineSettings } from "./model/settings/examine-settings.ts";
import type { DeploymentSettings } from "./model/settings/settings.ts";
import { buildPlan } from "./plan/build-plan.ts";
import type { Plan } from "./plan/plan.ts";
import { refusedPlaces } from "./rules/refused-places.ts";
import { runRules } from "./rules/run-rules.ts";

/** What a caller may set beside the two documents. */
export interface CompileOptions extends Replacements {
  /** Treat warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}

/** What comes of it: a manifest, or everything that is wrong. */
export type CompileResult = Compiled | NotCompiled;

/** A request that compiled. */
export interface Compiled {
  readonly ok: true;
  readonly manifest: RayClusterManifest;
  /** What a server needs besides the manifest. */
  readonly plan: Plan;
  /** Warnings, in document order: the request's, then the settings'. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A request or settings that did not compile. */
export interface NotCompiled {
  readonly ok: false;
  /** Errors and warnings, in document order: the request's, then the settings'. At least one is an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options for settings that stand deeper in what is given, which may then be any document. */
export interface DeeperSettingsOptions extends CompileOptions {
  readonly settingsAt: string;
}

/**
 * Compiles a request (a RayClusterRequest) for a deployment (DeploymentSettings, Helm values) into a RayCluster.
 * Either is a plain object or a text, `{file, text}`, in YAML or JSON. The same input gives the same bytes everywhere.
 * Never throws and never touches its input, whatever that is; the result is fresh. Options that are wrong, or that it does
 * not know, are diagnostics of the document `options`; null is the same as leaving one out. A document written in place is
 * checked by its type; what is `unknown` is taken as well.
 */
export function compile<Request, Settings>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): CompileResult;
export function compile<Request>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: unknown,
  options: DeeperSettingsOptions,
): CompileResult;
export function compile(
  request: unknown,
  settings?: unknown,
  options?: CompileOptions | null,
): CompileResult {
  return compileTraced(request, settings, options);
}

/** `compile`, with a trace that takes down where each value of the manifest came from. */
export function compileTraced(
  request: unknown,
  settings: unknown = {},
  options?: CompileOptions | null,
  trace?: Trace,
): CompileResult {
  const given = readReplacements(options);
  const documents = readDocuments(request, settings, given);
  const examinedRequest = examineRequest(request, documents.request);
  const examinedSettings = examineSettings(settings, documents.settings);
  const resolution = resolve(examinedRequest, examinedSettings);
  const findings = [
    ...given.findings,
    ...examinedRequest.findings,
    ...examinedSettings.findings,
    ...runRules(resolution.model, [
      ...refusedPlaces(examinedRequest),
      ...refusedPlaces(examinedSettings),
    ]),
  ];
  const sources = [examinedRequest.source, examinedSettings.source];
  const diagnostics = report(findings, sources, { strict: given.strict });
  if (!resolution.sound || diagnostics.some(({ severity }) => severity === "error")) {
    return { ok: false, diagnostics };
  }
  const manifest = buildManifest(resolution.model, trace);
  const plan = buildPlan(resolution.model, manifest);
  return { ok: true, manifest, plan, diagnostics };
}
