// Compiling

export { compile } from "./compile.ts";
export type {
  CompileOptions,
  CompileResult,
  DeeperSettingsOptions,
  NotCompiled,
  PreparedCompiler,
} from "./compile-documents.ts";
export { CompileError, compileOrThrow } from "./compile-or-throw.ts";
export type { DocumentInput, UntypedDocument } from "./model/document-input.ts";
export type { Replacements } from "./model/replacements.ts";
export type { Compiled } from "./plan/compiled.ts";
export { prepare } from "./prepare.ts";

// Printing

export { printYaml as toYaml, printYamlDocuments as toYamlDocuments } from "./yaml/print.ts";

// What users write

export type { TextDocument } from "./diagnostics/text-document.ts";
export type { Optional } from "./model/optional.ts";
export type {
  AutoscalerConfig,
  RayClusterConfig,
  ScalingGroup,
  SimpleRayCluster,
  UpscalingMode,
} from "./model/request/cluster-config.ts";
export type {
  Authentication,
  GcsFaultTolerance,
  GcsStorage,
  HeadService,
  NetworkPolicy,
  NetworkRule,
  NetworkRules,
  Tls,
} from "./model/request/cluster-options.ts";
export type { JobConfig, JobSubmitter, SubmissionMode } from "./model/request/job.ts";
export type {
  ImagePullPolicy,
  NodeRequests,
  RayNodeConfig,
} from "./model/request/node-config.ts";
export type {
  EmptyFolder,
  Environment,
  EnvironmentSource,
  VolumeConfig,
} from "./model/request/pod-inputs.ts";
export type { RayClusterRequest } from "./model/request/request.ts";
export type { ServiceConfig, ServiceUpgrade, ServiceUpgradeType } from "./model/request/service.ts";
export type {
  AcceleratorSettings,
  ClusterLimits,
  Conventions,
  NodeCapacity,
  RayResourceSettings,
} from "./model/settings/accelerator-settings.ts";
export type { DeploymentSettings, RaySettings } from "./model/settings/settings.ts";
export type { Toleration } from "./model/settings/toleration.ts";

// The request as a Standard Schema

export type {
  StandardIssue,
  StandardResult,
  StandardSchema,
} from "./model/request/standard-request-schema.ts";
export { requestSchema } from "./model/request/standard-request-schema.ts";

// Settings from where servers have them

export { settingsToEnvironment } from "./model/environment/settings-to-environment.ts";
export { settingsFromEnvironment } from "./model/settings/settings-from-environment.ts";
export type { HelmValues, SettingsOptions } from "./model/settings/settings-from-helm-values.ts";
export { settingsFromHelmValues } from "./model/settings/settings-from-helm-values.ts";
export type { SettingsResult } from "./model/settings/settings-result.ts";

// What comes of it

export type { RayManifest } from "./manifest/manifest.ts";
export type * from "./manifest/ray-cluster.ts";
export type * from "./manifest/ray-job.ts";
export type * from "./manifest/ray-service.ts";
export type { DeletionRule, RayJobFields } from "./model/owner/job-fields.ts";
export type {
  ClusterUpgradeOptions,
  RayServiceFields,
  RayServiceUpgradeStrategy,
} from "./model/owner/service-fields.ts";
export type { Amounts, ContainerAmounts } from "./model/pod-amounts.ts";
export type * from "./plan/plan.ts";

// Diagnostics

export type { CodeEntry, Severity } from "./diagnostics/code-entry.ts";
export type { DiagnosticCode } from "./diagnostics/codes.ts";
export { diagnosticCodes } from "./diagnostics/codes.ts";
export type {
  Diagnostic,
  DocumentName,
  InputName,
  RelatedPlace,
  SourcePosition,
  SourceRange,
} from "./diagnostics/diagnostic.ts";
export type { Path } from "./diagnostics/path.ts";
export type { PlainData, PlainList, PlainObject, TextMap } from "./diagnostics/plain-data.ts";
export type { RenderOptions, Style } from "./diagnostics/render.ts";
export { renderDiagnostics } from "./diagnostics/render.ts";

// A cluster's life

export type { JobFailure, JobOutcome, ObservedJob } from "./lifecycle/job-outcome.ts";
export { jobOutcome } from "./lifecycle/job-outcome.ts";
export type { Observed } from "./lifecycle/observed.ts";
export type { PolicyRule, RbacMetadata, RbacOptions, Role, RoleBinding } from "./lifecycle/rbac.ts";
export { rbacManifests } from "./lifecycle/rbac.ts";
export type { Readiness } from "./lifecycle/readiness/readiness-answer.ts";
export type {
  ReadinessReason,
  ReadinessReasonCode,
  ReadinessReasonEntry,
} from "./lifecycle/readiness/readiness-reasons.ts";
export { readinessReasons } from "./lifecycle/readiness/readiness-reasons.ts";
export { readiness } from "./lifecycle/readiness.ts";
export type {
  ObservedService,
  ServiceProblem,
  ServiceReadiness,
} from "./lifecycle/service-readiness.ts";
export { serviceReadiness } from "./lifecycle/service-readiness.ts";
export type { DeletionOptions, ObservedRemains, Teardown } from "./lifecycle/teardown.ts";
export { teardown } from "./lifecycle/teardown.ts";
export type { LocalPlanResult, LocalRequest } from "./plan/local-plan.ts";
export { localPlan } from "./plan/local-plan.ts";
export { renderPlan } from "./plan/render-plan.ts";

// Review

export type { DiffOptions } from "./diff/compare/diff-manifests.ts";
export { diffManifests } from "./diff/compare/diff-manifests.ts";
export type * from "./diff/compare/manifest-diff.ts";
export type { DiffStyle, Paint } from "./diff/report/diff-paint.ts";
export type { RenderDiffHtmlOptions } from "./diff/report/render-html.ts";
export { renderDiffHtml } from "./diff/report/render-html.ts";
export { renderDiffJson } from "./diff/report/render-json.ts";
export type { RenderDiffMarkdownOptions } from "./diff/report/render-markdown.ts";
export { renderDiffMarkdown } from "./diff/report/render-markdown.ts";
export type { RenderDiffOptions } from "./diff/report/render-text.ts";
export { renderDiffText } from "./diff/report/render-text.ts";
export type {
  ExplainedInput,
  Explanation,
  NotExplained,
  ValueExplanation,
} from "./explain/explain-value.ts";
export { explainValue } from "./explain/explain-value.ts";
export type { Effect } from "./kuberay/effects/effects.ts";
export type { ManifestKind } from "./kuberay/views/manifest-view.ts";

// From manifests back to requests

export type { ImportOptions } from "./import/import-manifest.ts";
export { importManifest } from "./import/import-manifest.ts";
export type { ImportNote } from "./import/import-notes.ts";
export type { Imported, ImportResult, NotImported } from "./import/import-result.ts";

// Validation

export type { ValidateResult } from "./validate/validate-manifests.ts";
export { validateManifests } from "./validate/validate-manifests.ts";
export type { ValidateOptions } from "./validate/validate-options.ts";
