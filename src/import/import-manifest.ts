import { optionFindings } from "../diagnostics/option-findings.ts";
import { readOptions } from "../diagnostics/read-options.ts";
import { report } from "../diagnostics/report.ts";
import { readManifest, unreadManifest } from "../diff/compare/read-manifest.ts";
import { importCluster } from "./import-cluster.ts";
import type { ImportResult } from "./import-result.ts";
import { readDeployment } from "./read-deployment.ts";

/** How a manifest is imported. */
export interface ImportOptions {
  /** The settings of the deployment that the request is for. Default: they are made of the manifest. */
  readonly settings?: unknown;
  /** Their path in the given values. */
  readonly settingsAt?: string | undefined;
  /** The KubeRay release. Default: that of the settings, or the newest one known. */
  readonly kuberayVersion?: string | undefined;
}

/**
 * Makes the request and the settings that compile to what a RayCluster, a RayJob, a RayService or a RayCronJob means, whoever
 * wrote it: short forms wherever they can say it, partial pod templates for the rest. Compiles them and compares, and says where the meaning differs. Never
 * throws and never touches its input.
 */
export function importManifest(manifest: unknown, options?: ImportOptions | null): ImportResult {
  const given = readOptions<ImportOptions>(options, {
    settings: "anything",
    settingsAt: "text",
    kuberayVersion: "text",
  });
  const read = readManifest(manifest);
  const deployment = readDeployment(given.values);
  const findings = [...optionFindings(given.problems)];
  if (!read.ok) findings.push(unreadManifest([], read.problem));
  else if (read.data === undefined) findings.push(unreadManifest([], "There is no manifest."));
  if (!deployment.ok) findings.push(...deployment.findings);
  if (findings.length > 0 || !read.ok || read.data === undefined || !deployment.ok) {
    const sources = deployment.ok ? [] : [deployment.source];
    return { ok: false, diagnostics: report(findings, sources) };
  }
  return importCluster(read.data, deployment.deployment);
}
