/** Rooms of the source that are mutated, with the tests that look at them: those of the room, then those of all that is printed. */
export const mutationRooms: Readonly<Record<string, readonly string[]>> = Object.freeze({
  "src/quantity": ["test/quantity/"],
  "src/ray": [
    "test/ray/",
    "test/accelerators/",
    "test/rules/",
    "test/manifest/ray-start-params.test.ts",
    "test/kuberay/laws/every-law.test.ts",
    "test/kuberay/laws/warning-laws.test.ts",
  ],
  "src/rules": [
    "test/rules/",
    "test/manifest/pod-templates.test.ts",
    "test/plan/merged-pods.test.ts",
  ],
  "src/kuberay": [
    "test/kuberay/",
    "test/diff/effects.test.ts",
    "test/diff/job-effects.test.ts",
    "test/diff/service-effects.test.ts",
    "test/diff/spelling.test.ts",
    "test/diff/same-in-effect.test.ts",
    "test/diff/cluster-totals.test.ts",
    "test/manifest/ray-start-params.test.ts",
    "test/rules/rules.test.ts",
    "test/validate/pod/additions.test.ts",
    "test/validate/pod/laws.test.ts",
  ],
  "src/api": ["test/api/"],
  "src/manifest": [
    "test/manifest/",
    "test/plan/merged-pods.test.ts",
    "test/explain/resolve-path.test.ts",
    "test/compile/sound-inputs.test.ts",
  ],
  "src/lifecycle": ["test/lifecycle/"],
  "src/plan": ["test/plan/"],
  "src/validate": [
    "test/validate/validate-manifests.test.ts",
    "test/validate/pod/",
    "test/validate/own-objects.test.ts",
    "test/validate/options.test.ts",
    "test/validate/documents.test.ts",
    "test/manifest/pod-templates.test.ts",
    "test/manifest/cluster-template.test.ts",
    "test/manifest/owner-template.test.ts",
    "test/manifest/origins.test.ts",
  ],
  "src/diff/compare": ["test/diff/", "test/kuberay/effects/effects-by-release.test.ts"],
  "src/import": ["test/import/"],
});

/** What is printed, for the mutants that the tests of a room let live. */
export const printedTests: readonly string[] = Object.freeze(["test/golden/golden.test.ts"]);
