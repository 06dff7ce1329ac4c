import { expect, test } from "vitest";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import { canFailProbes, defaultAutoscaler } from "../../src/ray/releases.ts";
import { rayStartDefault } from "../../src/ray/start-defaults.ts";
import { takesAutoscalerV2 } from "../../src/ray/takes-autoscaler-v2.ts";
import { tpuHosts } from "../../src/ray/tpu-topology.ts";

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

test.each<readonly ["v1" | "v2" | null | undefined, string | undefined, string, boolean]>([
  ["v2", "2.0.0", "1.7.0", true],
  ["v1", "2.52.0", "1.7.0", false],
  [undefined, "2.52.0", "1.7.0", true],
  [undefined, "2.47.9", "1.7.0", false],
  [undefined, "2.52.0", "1.0.0", false],
  [null, undefined, "1.7.0", false],
])(
  "asked for %s, Ray %s under KubeRay %s takes the autoscaler v2: %s",
  (wanted, version, ...rest) => {
    const [kuberay, takes] = rest;
    const rayVersion = version === undefined ? undefined : ray(version);
    expect(takesAutoscalerV2(wanted, rayVersion, kuberayRelease(ray(kuberay)))).toBe(takes);
  },
);

test.each([
  ["port", "6379"],
  ["dashboard-port", "8265"],
  ["ray-client-server-port", "10001"],
  ["num-cpus", undefined],
])("Ray's own value of %s on a head is %s", (name, value) => {
  expect(rayStartDefault(name, "head")).toBe(value);
  expect(rayStartDefault(name, "worker")).toBeUndefined();
});

test.each([
  ["2x2", 4, 1],
  ["2x4", 4, 2],
  ["2x2x2", 4, 2],
  ["4x4", 4, 4],
  ["2x2", 8, 1],
  ["2x3", 4, 1],
  ["2x4", 1, 8],
  ["2x4", 0, undefined],
  ["2", 4, undefined],
  ["0x4", 4, undefined],
])("a slice of %s with %d chips a pod is %s pods", (topology, chips, pods) => {
  expect(tpuHosts(topology, chips)).toBe(pods);
});
