import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

function told(request: object, settings: object): readonly string[] {
  const { diagnostics } = compile({ ...sound, ...request } as unknown, settings as unknown);
  return diagnostics.map(({ code, hint }) => `${code}: ${hint}`);
}

test.each<readonly [ray: object, example: string]>([
  [{ limits: 3 }, "{nodes: 32, gpus: 16}"],
  [{ accelerators: ["l4"] }, "{l4: {resource: nvidia.com/gpu}}"],
  [{ accelerators: { job: "nvidia.com/gpu" } }, "{resource: nvidia.com/gpu}"],
  [{ accelerators: { constructor: 4 } }, "{resource: nvidia.com/gpu}"],
  [{ accelerators: { a: { tolerations: ["x"] } } }, "{key: nvidia.com/gpu, operator: Exists}"],
  [{ non_gpu_tolerations: ["x"] }, "{key: nvidia.com/gpu, operator: Exists}"],
  [{ node_capacity: 4 }, "{cpu: 15, memory_gb: 60}"],
  [{ gpu_node_selector: "pool=a" }, "{pool: large}"],
  [{ non_gpu_labels: "a" }, "{team: vision}"],
  [{ head_pod_template: "a" }, "{spec: {priorityClassName: batch}}"],
  [{ conventions: false }, "{log_volume: false}"],
])("an object of the settings has an example of its own: %j", (ray, example) => {
  expect(told({}, { ray })).toEqual([`wrong-type: Write an object, such as ${example}.`]);
});

test.each<readonly [request: object, hint: string]>([
  [
    { activation_timeout_seconds: "15m" },
    "wrong-type: Write a whole number of seconds without a unit, such as 900.",
  ],
  [
    { job: { entrypoint: "a", active_deadline_seconds: "1h", shutdown_after_finish: true } },
    "wrong-type: Write a whole number of seconds without a unit, such as 900.",
  ],
  [
    {
      job: { entrypoint: "a", active_deadline_seconds: 9, shutdown_after_finish: true, job_id: "" },
    },
    "value-not-allowed: Write a text, or leave job_id out.",
  ],
  [
    { job: { entrypoint: "", active_deadline_seconds: 9, shutdown_after_finish: true } },
    "value-not-allowed: Write a text, or leave entrypoint out.",
  ],
])("a value of the request has the hint of its kind: %j", (request, hint) => {
  expect(told(request, {})).toEqual([hint]);
});

test("the example of a version is one of what it versions", () => {
  expect(told({ ray_version: 2.1 }, { kuberay_version: 1.1 })).toEqual([
    expect.stringContaining('such as "2.10"'),
    expect.stringContaining('such as "1.10"'),
  ]);
});
