import { expect, test } from "vitest";
import { targetRelease } from "./target-release.ts";

test.each([
  ["0.4.0", "0.4.0"],
  ["v0.5.2", "0.6.0"],
  ["1.0.1", "1.0.0"],
  ["1.2.2", "1.1.1"],
  ["1.3.0", "1.3.2"],
  ["1.4.0", "1.4.2"],
  ["1.6.2", "1.5.2"],
  ["1.9.0", "1.7.0"],
  [null, "1.7.0"],
])("KubeRay %s is judged by the CRD of %s", (kuberay_version, release) => {
  expect(targetRelease({ kuberay_version })).toBe(release);
});

test("without settings the newest release is meant", () => {
  expect(targetRelease(undefined)).toBe("1.7.0");
});
