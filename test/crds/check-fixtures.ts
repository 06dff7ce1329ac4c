import { compile } from "../../src/compile.ts";
import type { Case } from "../golden/cases.ts";
import type { CrdChecker } from "./crd-checker.ts";
import type { CrdRelease } from "./crd-files.ts";

/**
 * What the CRD of a release has against the manifests of cases that are compiled for it: `<case>: <mistake>`. A case that
 * asks for what the release lacks is refused, and that is right.
 */
export function checkFixtures(
  cases: readonly Case[],
  release: CrdRelease,
  check: CrdChecker,
): readonly string[] {
  return cases.flatMap(({ name, request, settings }) => {
    const result = compile(request, settings, { kuberayVersion: release });
    if (!result.ok && result.diagnostics.some(({ code }) => RIGHT.includes(code))) return [];
    const mistakes = result.ok
      ? check(result.manifest)
      : result.diagnostics.map(({ message }) => `does not compile: ${message}`);
    return mistakes.map((mistake) => `${name}: ${mistake}`);
  });
}

/** A field of the request that the release lacks, and one of a template. */
const RIGHT: readonly string[] = ["release-required", "api-field-not-in-release"];
