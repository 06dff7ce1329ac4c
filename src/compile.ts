import type { Diagnostic, Finding, Source } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/report.ts";
import { showText } from "./diagnostics/show.ts";
import type { TextDocument } from "./diagnostics/text-document.ts";
import { buildManifest } from "./manifest/build-manifest.ts";
import type { RayClusterManifest } from "./manifest/ray-cluster.ts";
import type { Trace } from "./manifest/trace.ts";
import { examineRequest } from "./model/examine-request.ts";
import type { ExaminedSettings } from "./model/examine-settings.ts";
import { examineSettings } from "./model/examine-settings.ts";
import { readDeployment, replaceInRequest } from "./model/read-documents.ts";
import type { ReadReplacements } from "./model/read-replacements.ts";
import { readReplacements } from "./model/read-replacements.ts";
import type { Replacements } from "./model/replacements.ts";
import { resolve } from "./model/resolve.ts";
import { buildPlan } from "./plan/build-plan.ts";
import type { Plan } from "./plan/plan.ts";
import { runRules } from "./rules/run-rules.ts";
import { readSource, readSources } from "./yaml/read-source.ts";

/** What a caller may set beside the two documents. */
export interface CompileOptions extends Replacements {
  /** Treat warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}

/** What comes of it: a manifest, or everything that is wrong. */
export type CompileResult = Compiled | NotCompiled;

export interface Compiled {
  readonly ok: true;
  readonly manifest: RayClusterManifest;
  /** What a server needs besides the manifest. */
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
}

export interface NotCompiled {
  readonly ok: false;
  /** Errors and warnings, in document order: the request's, then the settings'. At least one is an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a request (a RayClusterRequest) for a deployment (DeploymentSettings, Helm values) into a RayCluster.
 * Either is a plain object or a text, `{file, text}`, in YAML or JSON. The same input gives the same bytes everywhere.
 * Never throws and never touches its input, whatever that is; the result is fresh. Options that are wrong, or that it does
 * not know, are diagnostics of the document `options`; null is the same as leaving one out.
 */
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
  const read = { input: request, source: readSource(request, "request") };
  return compileRead(read, prepareDeployment(settings, options), trace);
}

/** What is the same for every request that is compiled for one deployment, read once. */
export interface Deployment {
  readonly given: ReadReplacements;
  readonly settings: ExaminedSettings;
}

/** Reads settings and options for any number of requests. `layers` are laid over each request after the patches. */
export function prepareDeployment(
  settings: unknown = {},
  options?: CompileOptions | null,
  layers: readonly Source[] = [],
): Deployment {
  const read = readReplacements(options);
  const given = layers.length === 0 ? read : { ...read, patches: [...read.patches, ...layers] };
  const source = readDeployment(settings, given);
  return { given, settings: examineSettings(settings, source, given.settingsLayers) };
}

/** A request as it was given, and as it was read. */
export interface ReadRequest {
  readonly input: unknown;
  readonly source: Source;
}

/** Compiles a request that was read. */
export function compileRead(
  { input, source }: ReadRequest,
  { given, settings }: Deployment,
  trace?: Trace,
): CompileResult {
  const request = examineRequest(input, replaceInRequest(source, given));
  const resolution = resolve(request, settings);
  const findings = [
    ...given.findings,
    ...request.findings,
    ...settings.findings,
    ...runRules(resolution.model),
  ];
  const diagnostics = report(findings, [request.source, settings.source], {
    strict: given.strict,
  });
  if (!resolution.sound || diagnostics.some(({ severity }) => severity === "error")) {
    return { ok: false, diagnostics };
  }
  const manifest = buildManifest(resolution.model, trace);
  const plan = buildPlan(resolution.model, manifest);
  return { ok: true, manifest, plan, warnings: diagnostics };
}

/**
 * Compiles every request of a text that may hold several, joined with `---`: a result for each. Two clusters of the same name
 * in the same namespace would be one, and are a mistake.
 */
export function compileDocuments(
  text: TextDocument,
  deployment: Deployment,
): readonly CompileResult[] {
  const sources = readSources(text, "request");
  const first = new Map<string, number>();
  return sources.map((source, index) => {
    const result = compileRead({ input: text, source }, deployment);
    if (!result.ok || sources.length === 1) return result;
    const { name, namespace } = result.manifest.metadata;
    const key = JSON.stringify([namespace, name]);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, index);
      return result;
    }
    const diagnostics = report([sameName(name, other, sources)], [source]);
    return { ok: false, diagnostics: [...diagnostics, ...result.warnings] };
  });
}

function sameName(name: string, other: number, sources: readonly Source[]): Finding {
  const line = sources[other]?.rangeOf?.(["name"], "value")?.start.line;
  const where = line === undefined ? "" : `, in line ${line}`;
  return {
    code: "invalid-name",
    document: "request",
    path: ["name"],
    message: `Another request of this file has the name ${showText(name)}, too${where}.`,
    hint: "Give it another name or another namespace.",
  };
}
