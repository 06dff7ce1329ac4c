import { expect, test } from "vitest";
import { defaultPullPolicy } from "../../src/kuberay/default-pull-policy.ts";

test.each([
  ["ray", "Always"],
  ["ray:latest", "Always"],
  ["ray:2.9.3", "IfNotPresent"],
  ["reg:5000/ray", "Always"],
  ["reg:5000/ray:2.9.3", "IfNotPresent"],
  ["ray@sha256:ab", "IfNotPresent"],
  ["ray:latest@sha256:ab", "IfNotPresent"],
  ["", "Always"],
])("the image %j is pulled %s", (image, policy) => {
  expect(defaultPullPolicy(image)).toBe(policy);
});
