import type { Diagnostic, Source, SourceRange } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/report.ts";
import { buildManifest } from "./manifest/build-manifest.ts";
import { nameRayContainers } from "./manifest/overlays/name-ray-containers.ts";
import { hasOverlays } from "./manifest/overlays/pod-overlays.ts";
import type { PodTemplateMerger } from "./manifest/overlays/pod-template-merger.ts";
import { refusePodTemplates } from "./manifest/overlays/refuse-pod-templates.ts";
import type { Trace } from "./manifest/trace.ts";
import type { DocumentInput } from "./model/document-input.ts";
import { readDeployment, replaceInRequest } from "./model/read-documents.ts";
import type { ReadReplacements } from "./model/read-replacements.ts";
import { readReplacements } from "./model/read-replacements.ts";
import type { Replacements } from "./model/replacements.ts";
import type { ExaminedRequest } from "./model/request/examine-request.ts";
import { examineRequest } from "./model/request/examine-request.ts";
import type { RayClusterRequest } from "./model/request/request.ts";
import { eitherRequest } from "./model/request/request-schema.ts";
import type { ResolvedDeployment } from "./model/resolve.ts";
import { resolve, resolveDeployment } from "./model/resolve.ts";
import type { ExaminedSettings } from "./model/settings/examine-settings.ts";
import { examineSettings } from "./model/settings/examine-settings.ts";
import { deploymentSettings } from "./model/settings/settings-schema.ts";
import { soundDocument } from "./model/sound-document.ts";
import { swappedDocuments } from "./model/swapped-documents.ts";
import { buildPlan, referenceTo } from "./plan/build-plan.ts";
import type { Compiled } from "./plan/compiled.ts";
import { compiled } from "./plan/compiled.ts";
import { refusedPlaces } from "./rules/refused-places.ts";
import type { RefusedPlace } from "./rules/run-rules.ts";
import { runRules } from "./rules/run-rules.ts";
import { readSource } from "./yaml/read-source.ts";

/** What a caller may set beside the two documents. */
export interface CompileOptions extends Replacements {
  /** Treat warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}

/** The result: a manifest, or everything that is wrong. */
export type CompileResult = Compiled | NotCompiled;

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

/** What compiling can do without. */
export interface CompileTools {
  /** Takes down where each value of the manifest came from. */
  readonly trace?: Trace | undefined;
  /** Merges pod templates. Without it a document that has one is refused. */
  readonly mergePodTemplates?: PodTemplateMerger | undefined;
}

/** The way from two documents to a manifest. It never loads the table of the Kubernetes API: `mergePodTemplates` does. */
export function compileDocuments(
  request: unknown,
  settings: unknown,
  options?: CompileOptions | null,
  tools?: CompileTools,
): CompileResult {
  return compileInput(request, prepareDeployment(settings, options), tools);
}

/** What `prepare` returns: settings and options that were read once, for any number of requests. */
export interface PreparedCompiler {
  /** `compile` for these settings and options: the same result, in less time. Never throws and never touches its input. */
  readonly compile: <Request>(request: DocumentInput<RayClusterRequest, Request>) => CompileResult;
}

/** Settings and options -> a compiler of requests. */
export function prepareDocuments(
  settings: unknown,
  options?: CompileOptions | null,
  tools?: CompileTools,
): { readonly compile: (request: unknown) => CompileResult } {
  const deployment = prepareDeployment(settings, options);
  return Object.freeze({
    compile: (request: unknown) => compileInput(request, deployment, tools),
  });
}

function compileInput(
  request: unknown,
  deployment: Deployment,
  tools: CompileTools | undefined,
): CompileResult {
  const { patches, overrides } = deployment.given;
  const isReplaced = overrides !== undefined || patches.length > 0;
  const sound = isReplaced ? undefined : soundDocument(eitherRequest, "request", request);
  if (sound !== undefined) return compileExamined(sound, deployment, tools);
  return compileRead({ input: request, source: readSource(request, "request") }, deployment, tools);
}

/** What is the same for every request that is compiled for one deployment, read, checked and resolved once. */
export interface Deployment {
  readonly given: ReadReplacements;
  readonly settings: ExaminedSettings;
  readonly resolved: ResolvedDeployment;
  /** Places of the settings that no law speaks of again. */
  readonly refused: readonly RefusedPlace[];
}

/** Values from elsewhere, such as a command line, which have places of their own. */
export interface PlacedValues {
  /** Laid over each request after the patches. */
  readonly layers: readonly Source[];
  /** Where the values of `overrides` and `kuberayVersion` stand, by the field that they replace. */
  readonly ranges?: ReadonlyMap<string, SourceRange>;
}

/** Reads settings and options for any number of requests. */
export function prepareDeployment(
  settings: unknown = {},
  options?: CompileOptions | null,
  placed?: PlacedValues,
): Deployment {
  const read = readReplacements(options);
  const given =
    placed === undefined
      ? read
      : {
          ...read,
          patches: [...read.patches, ...placed.layers],
          ...(placed.ranges === undefined ? {} : { ranges: placed.ranges }),
        };
  const examined = examineDeployment(settings, given);
  const resolved = resolveDeployment(examined);
  return { given, settings: examined, resolved, refused: refusedPlaces(examined) };
}

function examineDeployment(settings: unknown, given: ReadReplacements): ExaminedSettings {
  const { kuberayVersion, settingsAt, settingsLayers } = given;
  const isReplaced = kuberayVersion !== undefined || settingsAt.length + settingsLayers.length > 0;
  const sound = isReplaced ? undefined : soundDocument(deploymentSettings, "settings", settings);
  return sound ?? examineSettings(settings, readDeployment(settings, given), settingsLayers);
}

/** A request as it was given, and as it was read. */
export interface ReadRequest {
  readonly input: unknown;
  readonly source: Source;
}

/** Compiles a request that was read. */
export function compileRead(
  { input, source }: ReadRequest,
  deployment: Deployment,
  tools?: CompileTools,
): CompileResult {
  const request = examineRequest(input, replaceInRequest(source, deployment.given));
  return compileExamined(request, deployment, tools);
}

function compileExamined(
  request: ExaminedRequest,
  { given, settings, resolved, refused: refusedSettings }: Deployment,
  { trace, mergePodTemplates }: CompileTools = {},
): CompileResult {
  const resolution = resolve(request, resolved);
  const { model } = resolution;
  const swapped = swappedDocuments(request, settings);
  const refused = joined(refusedPlaces(request), refusedSettings);
  const manifest = resolution.sound ? buildManifest(resolution.model, trace) : undefined;
  const merged = hasOverlays(model)
    ? (mergePodTemplates ?? refusePodTemplates)(model, manifest, trace)
    : undefined;
  const countedPods = merged?.pods;
  const findings = joined(
    given.findings,
    swapped === undefined ? request.findings : [swapped],
    swapped === undefined ? settings.findings : [],
    runRules(countedPods === undefined ? model : { ...model, countedPods }, refused),
    merged?.findings ?? [],
    manifest !== undefined && resolution.sound
      ? nameRayContainers(manifest, resolution.model, trace)
      : [],
  );
  const sources = [request.source, settings.source];
  const diagnostics = report(findings, sources, given);
  if (!resolution.sound || manifest === undefined) return { ok: false, diagnostics };
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  const sound = resolution.model;
  if (countedPods === undefined) return compiled(sound, manifest, diagnostics);
  // Counted pods rest on the manifest, which the caller may change: their plan is made at once.
  const plan = buildPlan({ ...sound, countedPods }, referenceTo(manifest));
  return { ok: true, manifest, plan, diagnostics };
}

/** Lists as one; nearly always there is nothing in any. */
function joined<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  let all: readonly Item[] = [];
  for (const list of lists) {
    if (list.length > 0) all = all.length === 0 ? list : [...all, ...list];
  }
  return all;
}
