import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readOptions } from "../diagnostics/read-options.ts";
import type { Change } from "../diff/compare/manifest-diff.ts";
import { readManifest } from "../diff/compare/read-manifest.ts";
import type { RayClusterRequest } from "../model/request/request.ts";
import type { DeploymentSettings } from "../model/settings/settings.ts";
import { importCluster } from "./import-cluster.ts";
import type { ImportNote } from "./import-notes.ts";
import { readDeployment } from "./read-deployment.ts";

/** How a manifest is imported. */
export interface ImportOptions {
  /** The settings of the deployment that the request is for. Default: they are made of the manifest. */
  readonly settings?: unknown;
  /** Where they stand in what is given. */
  readonly settingsAt?: string | undefined;
  /** The KubeRay release. Default: that of the settings, or the newest one known. */
  readonly kuberayVersion?: string | undefined;
}

/** The outcome of an import: plain data, safe to pass to `JSON.stringify`. */
export type ImportResult = Imported | NotImported;

/** A request that was made of a manifest. */
export interface Imported {
  readonly ok: true;
  readonly request: RayClusterRequest;
  /** The settings that it needs; those that were given are not among them. Empty where the defaults will do. */
  readonly settings: DeploymentSettings;
  /** Whether both compile to what the manifest means. */
  readonly same: boolean;
  /** Where they do not: from the manifest to what is compiled. */
  readonly changes: readonly Change[];
  /** What was left out, assumed or refused, and why. */
  readonly notes: readonly ImportNote[];
  /** What compiling says of the request: errors where it does not compile, else warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was given is no RayCluster, or the options are wrong. */
export interface NotImported {
  readonly ok: false;
  /** Full sentences. */
  readonly problems: readonly string[];
}

/**
 * Makes the request and the settings that compile to what a RayCluster means, whoever wrote it: short forms wherever they
 * can say it, partial pod templates for the rest. Compiles them and compares, and says where the meaning differs. Never
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
  const problems = given.problems.map(({ message, hint }) => `${message} ${hint}`);
  if (!read.ok) problems.push(read.problem);
  else if (read.data === undefined) problems.push("There is no manifest.");
  if (!deployment.ok) problems.push(...deployment.problems);
  if (problems.length > 0 || !read.ok || read.data === undefined || !deployment.ok) {
    return { ok: false, problems };
  }
  return importCluster(read.data, deployment.deployment);
}
