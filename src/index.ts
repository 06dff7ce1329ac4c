// Compiling

export type { Compiled, CompileOptions, CompileResult, NotCompiled } from "./compile.ts";
export { compile } from "./compile.ts";
export { CompileError, compileOrThrow } from "./compile-or-throw.ts";
export type { Replacements } from "./read-documents.ts";

// Printing

export { printYaml as toYaml, printYamlDocuments as toYamlDocuments } from "./yaml/print.ts";

// What users write

export type { TextDocument } from "./diagnostics/text-document.ts";
export type {
  AutoscalerConfig,
  Optional,
  RayClusterConfig,
  RayClusterRequest,
  RayNodeConfig,
  ScalingGroup,
  SimpleRayCluster,
} from "./model/request.ts";
export type { DeploymentSettings, RaySettings, Toleration } from "./model/settings.ts";

// The request as a Standard Schema

export type { StandardIssue, StandardResult, StandardSchema } from "./request-schema.ts";
export { requestSchema } from "./request-schema.ts";

// Settings from where servers have them

export { settingsToEnvironment } from "./model/environment/settings-to-environment.ts";
export { settingsFromEnvironment } from "./settings-from-environment.ts";
export { settingsFromHelmValues } from "./settings-from-helm-values.ts";
export type { SettingsResult } from "./settings-result.ts";

// What comes of it

export type * from "./manifest/ray-cluster.ts";
export type * from "./plan/plan.ts";

// Diagnostics

export type { CodeEntry, DiagnosticCode, Severity } from "./diagnostics/codes.ts";
export { diagnosticCodes } from "./diagnostics/codes.ts";
export type {
  Diagnostic,
  DocumentName,
  RelatedPlace,
  SourcePosition,
  SourceRange,
} from "./diagnostics/diagnostic.ts";
export type { Path } from "./diagnostics/path.ts";
export type { RenderOptions, Style } from "./diagnostics/render.ts";
export { renderDiagnostics } from "./diagnostics/render.ts";

// A cluster's life: what it asks for, whether it is ready, how it ends

export type { LocalPlanResult } from "./local-plan.ts";
export { localPlan } from "./local-plan.ts";
export type { Observed } from "./plan/observed.ts";
export type { PolicyRule, RbacMetadata, RbacOptions, Role, RoleBinding } from "./plan/rbac.ts";
export { rbacManifests } from "./plan/rbac.ts";
export type { Readiness } from "./plan/readiness/readiness-answer.ts";
export type {
  ReadinessReason,
  ReadinessReasonCode,
  ReadinessReasonEntry,
} from "./plan/readiness/readiness-reasons.ts";
export { readinessReasons } from "./plan/readiness/readiness-reasons.ts";
export { readiness } from "./plan/readiness.ts";
export { renderPlan } from "./plan/render-plan.ts";
export type { DeletionOptions, Teardown } from "./plan/teardown.ts";
export { teardown } from "./plan/teardown.ts";

// Review: what a change means, and where a value came from

export type { DiffOptions } from "./diff/diff-manifests.ts";
export { diffManifests } from "./diff/diff-manifests.ts";
export type { Effect } from "./diff/effects.ts";
export type * from "./diff/manifest-diff.ts";
export { renderDiffJson } from "./diff/render-json.ts";
export type { RenderDiffMarkdownOptions } from "./diff/render-markdown.ts";
export { renderDiffMarkdown } from "./diff/render-markdown.ts";
export type { DiffStyle, RenderDiffOptions } from "./diff/render-text.ts";
export { renderDiffText } from "./diff/render-text.ts";
export type { ExplainedInput, Explanation, ValueExplanation } from "./explain-value.ts";
export { explainValue } from "./explain-value.ts";
