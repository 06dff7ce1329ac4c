import { expect, test } from "vitest";
import { parseVersion } from "../../src/kuberay/version.ts";
import { canFailProbes, defaultAutoscaler } from "../../src/ray/releases.ts";

function ray(text: string) {
  return parseVersion(text) ?? { major: 0, minor: 0, patch: 0 };
}

test.each([
  ["2.10.9", false],
  ["2.11.0", true],
  ["2.37.9", true],
  ["2.38.0", false],
])("Ray %s can fail the probes of KubeRay 1.1 and 1.2: %s", (version, can) => {
  expect(canFailProbes(ray(version))).toBe(can);
});

test.each([
  ["2.46.9", "v1-alone"],
  ["2.47.0", "v1"],
  ["2.47.9", "v1"],
  ["2.48.0", "v2"],
])("the default autoscaler of Ray %s is %s", (version, autoscaler) => {
  expect(defaultAutoscaler(ray(version))).toBe(autoscaler);
});
