import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";

/** What Ray is told of a head's GPUs: by a parameter, or by the resource alone. */
test.each([
  [false, undefined, 0, undefined],
  [true, undefined, 0, "0"],
  [true, undefined, 1, "1"],
  [true, "nvidia.com/gpu", 0, "0"],
  [true, "nvidia.com/gpu", 2, undefined],
  [true, "amd.com/gpu", 2, undefined],
  [true, "nvidia.com/gpu.shared", 2, "2"],
  [true, "nvidia.com/mig-1g.5gb", 2, "2"],
  [true, "gpu.intel.com/i915", 1, "1"],
  [true, "example.com/GPU", 1, "1"],
])(
  "supports_gpus %j, key %j and %j GPUs give num-gpus %j",
  (supports_gpus, key, gpu_count, param) => {
    const request = {
      name: "train",
      image: "ray:1",
      ray_version: "2.52.0",
      config: { head_node: { cpu: 4, memory_gb: 16, gpu_count } },
    };
    const settings = { ray: { supports_gpus, gpu_resource_request_key: key } };
    const { headGroupSpec } = compileOrThrow(request, settings).manifest.spec;
    expect(headGroupSpec.rayStartParams["num-gpus"]).toBe(param);
  },
);
