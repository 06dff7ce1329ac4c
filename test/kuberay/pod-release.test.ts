import { expect, test } from "vitest";
import type { PodRelease } from "../../src/kuberay/pod-additions/pod-release.ts";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

// Sources: ray-operator/controllers/ray/common/pod.go at each tag.
test.each<
  readonly [field: keyof PodRelease, before: string, old: unknown, from: string, now: unknown]
>([
  ["waitResources", "0.4.0", undefined, "0.5.0", "none"],
  ["waitResources", "0.5.1", "none", "0.5.2", "of-ray-container"],
  ["waitResources", "0.6.1", "of-ray-container", "1.0.0", "fixed"],
  ["waitIsOptional", "0.5.1", false, "0.5.2", true],
  ["probes", "0.6.1", "into-existing", "1.0.0", "completes"],
  ["probes", "1.0.0", "completes", "1.1.0", "where-absent"],
  ["mountsIntoAutoscaler", "0.5.1", false, "0.5.2", true],
  ["dropsMountsWithoutVolume", "1.1.1", true, "1.2.0", false],
  ["keepsNamespace", "1.0.0", true, "1.1.0", false],
  ["labelsDashboard", "0.5.2", true, "0.6.0", false],
  ["workerNames", "1.1.1", "last-50", "1.2.0", "first-50"],
  ["autoscalerNeverRestarts", "1.3.2", false, "1.4.0", true],
  ["mountsToken", "1.5.1", false, "1.6.0", true],
  ["heedsPlasmaDirectory", "1.5.1", false, "1.6.0", true],
  ["waitsForCertificate", "1.6.2", false, "1.7.0", true],
  ["collectsHistory", "1.6.2", false, "1.7.0", true],
])("%s: %s has %j, %s has %j", (field, before, old, from, now) => {
  expect([at(before)[field], at(from)[field]]).toEqual([old, now]);
});

test.each([
  ["environment", "0.4.0", "0.5.0", ["RAY_CLUSTER_NAME"]],
  ["addressEnvironment", "0.4.0", "0.5.0", ["FQ_RAY_IP", "RAY_IP"]],
  ["environment", "1.5.1", "1.6.0", ["RAY_CLUSTER_NAMESPACE"]],
] as const)("%s: %s lacks what %s adds", (field, before, from, added) => {
  expect(at(before)[field]).not.toEqual(expect.arrayContaining([...added]));
  expect(at(from)[field]).toEqual(expect.arrayContaining([...added]));
});

function at(text: string): PodRelease {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`${text} is no version.`);
  const release = kuberayRelease(version);
  if (release === undefined) throw new Error(`${text} is not known.`);
  return release;
}
