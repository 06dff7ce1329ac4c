import { expect, test } from "vitest";
import { HEAD_NAMES } from "../../src/kuberay/head-names.ts";
import { serviceNames } from "../../src/kuberay/owner-names.ts";
import { refusedParameters } from "../../src/kuberay/refused-parameters.ts";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

const LONG = "a".repeat(60);

test.each([
  ["1.3.2", "chat", true, { headService: "chat-head-svc", serveService: "chat-serve-svc" }],
  [
    "1.3.2",
    LONG,
    false,
    {
      headService: `${"a".repeat(41)}-head-svc`,
      serveService: `${"a".repeat(40)}-serve-svc`,
    },
  ],
  ["1.4.0", LONG, false, { headService: `${LONG}-head-svc`, serveService: `${LONG}-serve-svc` }],
  ["1.6.2", "chat", true, { headService: "chat-head-svc", serveService: "chat-serve-svc" }],
  ["1.7.0", "chat", true, { headService: "chat-head-svc", gateway: "chat-gateway" }],
  ["1.7.0", "chat", false, { headService: "chat-head-svc", serveService: "chat-serve-svc" }],
])("KubeRay %s names the objects of the service %s, in steps: %s", (text, name, steps, names) => {
  const kuberay = parseVersion(text);
  const release = kuberay === undefined ? undefined : kuberayRelease(kuberay);
  if (kuberay === undefined || release === undefined) throw new Error(`There is no ${text}.`);
  expect(serviceNames(name, release, kuberay, steps)).toEqual(names);
});

test("the head has three names that no worker group may have", () => {
  expect(HEAD_NAMES).toEqual(["headgroup", "head-group", "head"]);
});

test("parameters that a field stands for name it, and others name none", () => {
  const instead = [...refusedParameters].map(([name, { instead = "-" }]) => `${name} ${instead}`);
  expect(instead).toEqual([
    "num-cpus ray_cpus",
    "num-gpus gpu_count",
    "memory memory_gb",
    "resources ray_resources",
    "labels ray_labels of the scaling group",
    "redis-password gcs_fault_tolerance.redis_password",
    "redis-username gcs_fault_tolerance.redis_username",
    ...["head -", "address -", "no-monitor -", "block -", "autoscaling-config -", "port -"],
    ...["dashboard-port -", "ray-client-server-port -"],
  ]);
});
