import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { KuberayRelease } from "../../src/kuberay/kuberay-release.ts";
import {
  firstReleaseThat,
  kuberayRelease,
  kuberayReleases,
  newestKuberay,
  oldestKuberay,
} from "../../src/kuberay/releases.ts";
import { formatVersion, isAtLeast, parseVersion } from "../../src/kuberay/version.ts";

test("sentences name the first release of which something holds", () => {
  expect(firstReleaseThat(({ needsBlock }) => !needsBlock)).toBe("0.5");
  expect(firstReleaseThat(({ autoscalerV2 }) => autoscalerV2 !== "none")).toBe("1.1");
  expect(firstReleaseThat(({ countsReadyWorkers }) => countsReadyWorkers)).toBe("1.2");
});

/** The changes from release to release, each by the first release that has it. */
test.each([
  ["apiVersion", "0.6.0", "ray.io/v1alpha1", "1.0.0", "ray.io/v1"],
  ["requiresServiceType", "0.4.0", true, "0.5.0", false],
  ["needsBlock", "0.4.0", true, "0.5.0", false],
  ["needsWaitContainer", "0.4.0", true, "0.5.0", false],
  ["needsDashboardHost", "0.6.0", true, "1.0.0", false],
  ["replicasAreOptional", "0.6.0", false, "1.0.0", true],
  ["autoscalerV2", "1.0.0", "none", "1.1.0", "environment"],
  ["autoscalerV2", "1.3.2", "environment", "1.4.0", "field"],
  ["requiresStartParams", "1.3.2", true, "1.4.0", false],
  ["deletesScalingPods", "0.5.2", true, "0.6.0", false],
  ["staysSuspended", "1.2.2", false, "1.3.0", true],
  ["templateLabelsWin", "1.2.2", true, "1.3.0", false],
  ["readsStorageNamespaceOfFaultTolerant", "1.2.2", false, "1.3.0", true],
  ["countsHosts", "1.3.2", false, "1.4.0", true],
  ["reconcilesIngress", "1.6.2", false, "1.7.0", true],
  ["heedsAutoscalerV1", "1.6.2", false, "1.7.0", true],
  ["countsReadyWorkers", "1.1.1", false, "1.2.0", true],
  ["cutsHeadServiceName", "1.3.2", true, "1.4.0", false],
  ["refusesWrongNames", "1.3.2", false, "1.4.0", true],
  ["canRecreate", "1.5.2", false, "1.6.0", true],
] as const)("%s is, in KubeRay %s, %j, and from %s on %j", (feature, before, old, since, now) => {
  expect(featureOf(before, feature)).toBe(old);
  expect(featureOf(since, feature)).toBe(now);
  expect(featureOf("1.9.9", feature)).toBe(kuberayReleases[0]?.[feature]);
});

/** What each release changes, oldest first; their values stand above and in pod-release.test.ts. */
test("every fact changes with its release and no other", () => {
  const changed = kuberayReleases.slice(0, -1).map((row, index) => {
    const older = kuberayReleases[index + 1];
    const names = Object.entries(row).flatMap(([name, value]) =>
      name === "since" ||
      isDeepStrictEqual(value, Object.entries(older ?? {}).find(([key]) => key === name)?.[1])
        ? []
        : [name],
    );
    return `${formatVersion(row.since)}: ${names.sort().join(" ")}`;
  });
  expect(changed.toReversed()).toEqual([
    "0.5.0: addressEnvironment countsRunningWorkers environment followsPods needsBlock needsWaitContainer requiresServiceType waitIsOptional waitResources",
    "0.5.2: mountsIntoAutoscaler waitIsOptional waitResources",
    "0.6.0: deletesScalingPods labelsDashboard oldestRay",
    "1.0.0: apiVersion needsDashboardHost probes replicasAreOptional waitResources",
    "1.1.0: autoscalerV2 environment hasSeveralHosts keepsNamespace oldestRay probes probesFailSomeRay probesFixedAgentPort",
    "1.2.0: countsReadyWorkers dropsMountsWithoutVolume workerNames",
    "1.3.0: derivesAccelerators gcsFaultToleranceIsField oldestRay probesFailSomeRay readsCpuRequests readsStorageNamespaceOfFaultTolerant sharesRequestedMemory staysSuspended templateLabelsWin",
    "1.4.0: autoscalerNeverRestarts autoscalerV2 countsHosts cutsHeadServiceName refusesWrongNames requiresStartParams",
    "1.5.0: rayLabelsAreField",
    "1.6.0: canRecreate environment heedsPlasmaDirectory httpProbesSinceRay mountsToken probesFixedAgentPort",
    "1.7.0: collectsHistory heedsAutoscalerV1 reconcilesIngress waitsForCertificate",
  ]);
});

test.each([
  ["0.5.2", "2.0.0", undefined],
  ["0.6.0", "2.0.1", undefined],
  ["1.0.0", "2.0.1", undefined],
  ["1.1.0", "2.8.0", undefined],
  ["1.2.2", "2.8.0", undefined],
  ["1.3.0", "2.38.0", undefined],
  ["1.5.2", "2.38.0", undefined],
  ["1.6.0", "2.38.0", "2.53.0"],
  ["1.7.0", "2.38.0", "2.53.0"],
])(
  "KubeRay %s supports Ray from %s on, and asks it for its health by HTTP from %s on",
  (kuberay, oldest, http) => {
    const release = kuberayRelease(parseVersion(kuberay) ?? oldestKuberay);
    expect(release?.oldestRay).toEqual(parseVersion(oldest));
    expect(release?.httpProbesSinceRay).toEqual(
      http === undefined ? undefined : parseVersion(http),
    );
  },
);

function featureOf(text: string, feature: keyof KuberayRelease): unknown {
  const version = parseVersion(text);
  return version === undefined ? undefined : kuberayRelease(version)?.[feature];
}

test("the rows go from the newest to the oldest and are frozen", () => {
  const [first, ...rest] = kuberayReleases;
  let above = first;
  for (const row of rest) {
    const { major, minor } = row.since;
    expect(above !== undefined && isAtLeast(above.since, major, minor)).toBe(true);
    above = row;
  }
  expect(kuberayReleases.every((row) => Object.isFrozen(row))).toBe(true);
});

test("the newest and the oldest row are those of the newest and the oldest release", () => {
  expect(formatVersion(newestKuberay)).toBe(
    formatVersion(kuberayReleases[0]?.since ?? oldestKuberay),
  );
  expect(kuberayReleases.at(-1)?.since).toEqual(oldestKuberay);
  expect(kuberayRelease({ major: 0, minor: 3, patch: 9 })).toBeUndefined();
});
