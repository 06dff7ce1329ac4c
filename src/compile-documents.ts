import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/report.ts";
import { buildManifest } from "./manifest/build-manifest.ts";
import type { RayManifest } from "./manifest/manifest.ts";
import { hasPodOverlays } from "./manifest/overlays/pod-overlays.ts";
import type { PodTemplateMerger } from "./manifest/overlays/pod-template-merger.ts";
import { refusePodTemplates } from "./manifest/overlays/refuse-pod-templates.ts";
import type { Trace } from "./manifest/trace.ts";
import { readDocuments } from "./model/read-documents.ts";
import { readReplacements } from "./model/read-replacements.ts";
import type { Replacements } from "./model/replacements.ts";
import { examineRequest } from "./model/request/examine-request.ts";
import { resolve } from "./model/resolve.ts";
import { examineSettings } from "./model/settings/examine-settings.ts";
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
  readonly manifest: RayManifest;
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
  settings: unknown = {},
  options?: CompileOptions | null,
  { trace, mergePodTemplates }: CompileTools = {},
): CompileResult {
  const given = readReplacements(options);
  const documents = readDocuments(request, settings, given);
  const examinedRequest = examineRequest(request, documents.request);
  const examinedSettings = examineSettings(settings, documents.settings);
  const resolution = resolve(examinedRequest, examinedSettings);
  const { model } = resolution;
  const refused = [...refusedPlaces(examinedRequest), ...refusedPlaces(examinedSettings)];
  const manifest = resolution.sound ? buildManifest(resolution.model, trace) : undefined;
  const findings = [
    ...given.findings,
    ...examinedRequest.findings,
    ...examinedSettings.findings,
    ...runRules(model, refused),
    ...(hasPodOverlays(model)
      ? (mergePodTemplates ?? refusePodTemplates)(model, manifest, trace)
      : []),
  ];
  const sources = [examinedRequest.source, examinedSettings.source];
  const diagnostics = report(findings, sources, { strict: given.strict });
  if (!resolution.sound || manifest === undefined) return { ok: false, diagnostics };
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  const plan = buildPlan(resolution.model, manifest);
  return { ok: true, manifest, plan, diagnostics };
}
