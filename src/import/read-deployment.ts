import type { CompileOptions } from "../compile-documents.ts";
import type { Finding, Source } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { ComparisonTarget } from "../diff/compare/find-changes.ts";
import { newestKuberayVersion } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { readDocuments } from "../model/read-documents.ts";
import { readReplacements } from "../model/read-replacements.ts";
import { examineSettings } from "../model/settings/examine-settings.ts";
import type { ResolvedSettings } from "../model/settings/settings.ts";
import { resolveSettings } from "../model/settings/settings.ts";
import { readTarget } from "../validate/read-target.ts";

/** Where a request is for. */
export interface Deployment {
  readonly kuberay: Version;
  /** As the caller said it, beside the settings. */
  readonly kuberayVersion: string | undefined;
  /** The settings as they were given; undefined where they are to be made of the manifest. */
  readonly given: unknown;
  readonly resolved: ResolvedSettings | undefined;
  readonly options: CompileOptions;
  /** What manifests are compared for: one reading of the API for all comparisons of an import. */
  readonly comparison: ComparisonTarget;
}

export type ReadDeployment =
  | { readonly ok: true; readonly deployment: Deployment }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly source: Source };

/** What an import is for: the settings that were given, and the release. */
export function readDeployment(given: {
  readonly settings?: unknown;
  readonly settingsAt?: string | undefined;
  readonly kuberayVersion?: string | undefined;
}): ReadDeployment {
  const { settings, settingsAt, kuberayVersion } = given;
  const options: CompileOptions = { kuberayVersion, settingsAt };
  const replacements = readReplacements(options);
  const source = readDocuments({}, settings ?? {}, replacements).settings;
  const { validated, findings } = examineSettings(settings ?? {}, source);
  const errors = [...errorsAmong(replacements.findings), ...errorsAmong(findings)];
  if (!validated.ok || errors.length > 0) {
    return { ok: false, findings: errors, source };
  }
  const resolved = resolveSettings(validated.value, newestKuberayVersion);
  const comparison = readTarget({ kuberayVersion: resolved.kuberay_version });
  if (!comparison.ok) {
    const finding: Finding = {
      code: "kuberay-version-unsupported",
      ...(kuberayVersion === undefined
        ? { document: "settings", path: ["kuberay_version"] }
        : { document: "options", path: ["kuberayVersion"] }),
      message: `KubeRay ${resolved.kuberay_version} is not a known release.`,
      hint: `Name a release such as ${newestKuberayVersion}.`,
    };
    return { ok: false, findings: [finding], source };
  }
  const known = settings === undefined ? undefined : resolved;
  const { kuberay } = comparison.target;
  return {
    ok: true,
    deployment: { kuberay, kuberayVersion, given: settings, resolved: known, options, comparison },
  };
}
