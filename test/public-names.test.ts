import { expect, test } from "vitest";
import * as library from "../src/index.ts";

/** What users may import, by name: a change here is a change of the interface. */
test("the library has these values and no others", () => {
  expect(Object.keys(library).sort()).toEqual([
    "CompileError",
    "compile",
    "compileOrThrow",
    "diagnosticCodes",
    "diffManifests",
    "explainValue",
    "importManifest",
    "jobOutcome",
    "localPlan",
    "prepare",
    "rbacManifests",
    "readiness",
    "readinessReasons",
    "renderDiagnostics",
    "renderDiffHtml",
    "renderDiffJson",
    "renderDiffMarkdown",
    "renderDiffText",
    "renderPlan",
    "requestSchema",
    "serviceReadiness",
    "settingsFromEnvironment",
    "settingsFromHelmValues",
    "settingsToEnvironment",
    "teardown",
    "toYaml",
    "toYamlDocuments",
    "validateManifests",
  ]);
});

test("the request's schema is a Standard Schema", () => {
  const { version, vendor, validate } = library.requestSchema["~standard"];
  expect([version, vendor]).toEqual([1, "raycluster-compiler"]);
  const request = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: { n_nodes: 1, node_config: { cpu: 1, memory_gb: 4 } },
  };
  expect(validate(request)).toEqual({ value: request });
  const result = validate({ ...request, name: "Train", lables: {} });
  expect(result.issues?.map(({ path }) => path)).toEqual([["name"], ["lables"]]);
  expect(validate(undefined).issues?.length).toBe(1);
});
