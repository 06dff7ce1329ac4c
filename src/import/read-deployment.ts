import type { CompileOptions } from "../compile-documents.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import { formatPath } from "../diagnostics/path.ts";
import { kuberayRelease, newestKuberayVersion } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { parseVersion } from "../kuberay/version.ts";
import { readDocuments } from "../model/read-documents.ts";
import { readReplacements } from "../model/read-replacements.ts";
import { examineSettings } from "../model/settings/examine-settings.ts";
import type { ResolvedSettings } from "../model/settings/settings.ts";
import { resolveSettings } from "../model/settings/settings.ts";

/** Where a request is for. */
export interface Deployment {
  readonly kuberay: Version;
  /** As the caller said it, beside the settings. */
  readonly kuberayVersion: string | undefined;
  /** The settings as they were given; undefined where they are to be made of the manifest. */
  readonly given: unknown;
  readonly resolved: ResolvedSettings | undefined;
  readonly options: CompileOptions;
}

export type ReadDeployment =
  | { readonly ok: true; readonly deployment: Deployment }
  | { readonly ok: false; readonly problems: readonly string[] };

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
    const problems = errors.map(({ path, message }) => `Settings, ${formatPath(path)}: ${message}`);
    return {
      ok: false,
      problems: problems.length > 0 ? problems : ["The settings are not valid."],
    };
  }
  const resolved = resolveSettings(validated.value, newestKuberayVersion);
  const kuberay = parseVersion(resolved.kuberay_version);
  if (kuberay === undefined || kuberayRelease(kuberay) === undefined) {
    return { ok: false, problems: [`KubeRay ${resolved.kuberay_version} is not a known release.`] };
  }
  const known = settings === undefined ? undefined : resolved;
  return {
    ok: true,
    deployment: { kuberay, kuberayVersion, given: settings, resolved: known, options },
  };
}
