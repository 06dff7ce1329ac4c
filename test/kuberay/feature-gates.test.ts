import { expect, test } from "vitest";
import type { FeatureGateName } from "../../src/kuberay/feature-gates.ts";
import {
  gateState,
  gatesOf,
  noFeatureGates,
  readFeatureGates,
} from "../../src/kuberay/feature-gates.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

function release(text: string) {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`${text} is no version`);
  return version;
}

test.each<readonly [string, string]>([
  ["1.1.1", ""],
  ["1.2.0", "RayClusterStatusConditions"],
  ["1.3.0", "RayClusterStatusConditions=on RayJobDeletionPolicy"],
  ["1.4.2", "RayClusterStatusConditions=on RayJobDeletionPolicy"],
  [
    "1.5.0",
    "RayClusterStatusConditions=on RayJobDeletionPolicy RayMultiHostIndexing RayServiceIncrementalUpgrade",
  ],
  [
    "1.6.2",
    "RayClusterStatusConditions=on RayJobDeletionPolicy=on RayMultiHostIndexing=on RayServiceIncrementalUpgrade RayCronJob AsyncJobInfoQuery",
  ],
  [
    "1.7.0",
    "RayClusterStatusConditions=on RayJobDeletionPolicy=on RayMultiHostIndexing=on RayServiceIncrementalUpgrade=on RayCronJob SidecarSubmitterRestart RayClusterNetworkPolicy GCSFaultToleranceEmbeddedStorage RayClusterMTLS RayClusterHistoryServer KubernetesWAS",
  ],
])("the gates of %s with their defaults", (version, expected) => {
  const kuberay = release(version);
  const gates = gatesOf(kuberay).map(({ name }) => {
    const { isOn } = gateState(name as FeatureGateName, kuberay, noFeatureGates);
    return isOn ? `${name}=on` : name;
  });
  expect(gates.join(" ")).toBe(expected);
});

test.each<readonly [string, FeatureGateName, string, { isOn: boolean; isKnown: boolean }]>([
  ["", "RayCronJob", "1.7.0", { isOn: false, isKnown: false }],
  ["RayCronJob=true", "RayCronJob", "1.7.0", { isOn: true, isKnown: true }],
  ["RayCronJob=false, RayCronJob = T", "RayCronJob", "1.7.0", { isOn: true, isKnown: true }],
  ["RayJobDeletionPolicy=0", "RayJobDeletionPolicy", "1.7.0", { isOn: false, isKnown: true }],
  ["AllAlpha=true", "RayCronJob", "1.7.0", { isOn: true, isKnown: true }],
  ["AllAlpha=true,RayCronJob=false", "RayCronJob", "1.7.0", { isOn: false, isKnown: true }],
  ["AllAlpha=true", "RayJobDeletionPolicy", "1.5.0", { isOn: true, isKnown: true }],
  ["AllAlpha=true", "RayJobDeletionPolicy", "1.6.0", { isOn: true, isKnown: false }],
  ["AllBeta=false", "RayJobDeletionPolicy", "1.6.0", { isOn: false, isKnown: true }],
  ["AllBeta=false", "RayJobDeletionPolicy", "1.5.0", { isOn: false, isKnown: false }],
  ["", "RayCronJob", "1.5.0", { isOn: false, isKnown: true }],
  ["", "AsyncJobInfoQuery", "1.7.0", { isOn: false, isKnown: true }],
])("%j says of %s in %s", (text, name, version, expected) => {
  const kuberay = release(version);
  const read = readFeatureGates(text, kuberay);
  if (!read.ok) expect.fail(read.problems.join(" "));
  expect(gateState(name, kuberay, read.gates)).toEqual(expected);
});

test.each<readonly [string, string, string]>([
  [
    "RayCronJobs=true",
    "1.7.0",
    'KubeRay 1.7.0 has no feature gate "RayCronJobs". Did you mean RayCronJob?',
  ],
  ["Nothing=true", "1.7.0", "It has RayClusterStatusConditions, "],
  ["Nothing=true", "1.1.0", "It has none."],
  ["RayCronJob=true", "1.5.0", "which came with 1.6.0."],
  ["AsyncJobInfoQuery=true", "1.7.0", "1.7.0 removed it."],
  ["RayCronJob=yes", "1.7.0", 'must be true or false, not "yes".'],
  ["RayCronJob", "1.7.0", 'must be true or false, not "".'],
  ["__proto__=true", "1.7.0", 'no feature gate "__proto__".'],
])("%s is a problem in %s", (text, version, expected) => {
  const read = readFeatureGates(text, release(version));
  expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining(expected)]);
});

test("at most ten problems are told one by one", () => {
  const read = readFeatureGates("A=1,".repeat(5000), release("1.7.0"));
  expect(read.ok ? [] : read.problems).toHaveLength(11);
});
