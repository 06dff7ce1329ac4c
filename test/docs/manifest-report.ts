import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { manifestCodes } from "../../src/diagnostics/manifest-codes.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";

const FILE = "manifest.yaml";

/** The codes that `validate` tells of manifests. */
export const validateCodes: readonly string[] = Object.keys(manifestCodes);

export function isValidateCode(code: string): boolean {
  return validateCodes.includes(code);
}

/** The manifest that bears the code's name, whose first line says what it is for. */
export function manifestFixture(code: string): string {
  return readFileSync(join("fixtures/manifests", code, FILE), "utf8");
}

/**
 * What is found in a manifest. Its first line says for what: `# KubeRay 1.7.0 --feature-gates RayCronJob=true`, with the flags
 * of the command line.
 */
export function manifestDiagnostics(text: string): readonly Diagnostic[] {
  const [, target = ""] = /^# KubeRay (.*)\n/.exec(text) ?? [];
  return judged(text, target);
}

/** The same for a manifest without such a line. */
export function judged(text: string, target: string): readonly Diagnostic[] {
  const [kuberayVersion, ...flags] = target.split(" ");
  const flagValue = (flag: string) => flags[flags.indexOf(flag) + 1];
  const isGiven = (flag: string) => flags.includes(flag);
  const options = {
    kuberayVersion,
    featureGates: isGiven("--feature-gates") ? flagValue("--feature-gates") : undefined,
    podSecurity: isGiven("--pod-security") ? ("restricted" as const) : undefined,
  };
  return validateManifests({ file: FILE, text }, options).diagnostics;
}

export function manifestReport(text: string): string {
  return renderDiagnostics(manifestDiagnostics(text), { texts: new Map([[FILE, text]]) });
}
