import fc from "fast-check";
import { expect, test } from "vitest";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import { checkName, headServiceName } from "../../src/kuberay/service-name.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

function release(text: string) {
  const version = parseVersion(text);
  const found = version === undefined ? undefined : kuberayRelease(version);
  if (found === undefined) throw new Error(`There is no KubeRay ${text}.`);
  return found;
}

test.each([
  ["1.3.2", "train", "train-head-svc"],
  ["1.3.2", "a".repeat(41), `${"a".repeat(41)}-head-svc`],
  ["1.3.2", `x${"a".repeat(41)}`, `${"a".repeat(41)}-head-svc`],
  ["0.4.0", `x-${"a".repeat(40)}`, `r${"a".repeat(40)}-head-svc`],
  ["1.3.2", `x7${"a".repeat(40)}`, `r${"a".repeat(40)}-head-svc`],
  ["1.4.0", `x-${"a".repeat(51)}`, `x-${"a".repeat(51)}-head-svc`],
  ["1.9.0", `x-${"a".repeat(51)}`, `x-${"a".repeat(51)}-head-svc`],
])("KubeRay %s calls the head Service of %s %s", (version, name, service) => {
  expect(headServiceName(name, release(version))).toBe(service);
});

test("a checked name has at most 50 characters and begins with a letter", () => {
  const names = fc
    .stringMatching(/^[a-z]([-a-z0-9]*[a-z0-9])?$/)
    .filter((name) => name.length < 200);
  fc.assert(
    fc.property(names, (name) => {
      expect(checkName(name)).toMatch(/^[a-z][-a-z0-9]{0,49}$/);
      expect(checkName(checkName(name))).toBe(checkName(name));
    }),
  );
});
