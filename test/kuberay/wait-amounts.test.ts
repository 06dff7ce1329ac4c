import { expect, test } from "vitest";
import { waitAmounts } from "../../src/kuberay/pod-additions/added-containers.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

test.each([
  ["0.4.0", undefined],
  ["0.6.9", undefined],
  ["1.0.0", { cpuMillis: 200, memoryMebibytes: 256 }],
  ["1.7.0", { cpuMillis: 200, memoryMebibytes: 256 }],
])("the waiting container of KubeRay %s asks for %j on its own account", (text, amounts) => {
  const version = parseVersion(text);
  expect(version && waitAmounts(version)).toEqual(amounts);
});
