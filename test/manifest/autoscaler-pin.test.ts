import { expect, test } from "vitest";
import { clusterSpec } from "./cluster-manifest.ts";

/** The request of a cluster that scales. */
function scaling(ray_version: string): object {
  return {
    name: "train",
    image: "ray:1",
    ray_version,
    config: {
      n_nodes: 1,
      max_nodes: 3,
      node_config: { cpu: 4, memory_gb: 16 },
      autoscaler_config: { cpu: 1, memory_gb: 1 },
    },
  };
}

/** The variable on the head, the field of the options, and the restart policies of head and workers. */
test.each([
  ["2.46.0", "0.6.0", undefined, undefined, undefined],
  ["2.46.0", "1.0.0", undefined, undefined, undefined],
  ["2.46.9", "1.1.0", undefined, undefined, undefined],
  ["2.46.0", "1.4.0", undefined, undefined, undefined],
  ["2.47.0", "0.6.0", "0", undefined, undefined],
  ["2.47.0", "1.0.0", "0", undefined, undefined],
  ["2.47.1", "1.1.0", "0", undefined, undefined],
  ["2.47.0", "1.4.0", "0", undefined, undefined],
  ["2.48.0", "0.4.0", "0", undefined, undefined],
  ["2.48.0", "0.6.0", "0", undefined, undefined],
  ["2.48.0", "1.0.9", "0", undefined, undefined],
  ["2.48.0", "1.1.0", "1", undefined, "Never"],
  ["2.48.0", "1.3.9", "1", undefined, "Never"],
  ["2.48.0", "1.4.0", undefined, "v2", undefined],
  ["3.0.0", "1.9.0", undefined, "v2", undefined],
])(
  "Ray %s on KubeRay %s is pinned by %j, %j, %j",
  (ray, kuberayVersion, variable, version, policy) => {
    const spec = clusterSpec(scaling(ray), {}, { kuberayVersion });
    const [head] = spec.headGroupSpec.template.spec.containers;
    const pinned = head.env?.find(({ name }) => name === "RAY_enable_autoscaler_v2")?.value;
    const policies = [spec.headGroupSpec, ...(spec.workerGroupSpecs ?? [])].map(
      ({ template }) => template.spec.restartPolicy,
    );
    expect(pinned).toBe(variable);
    expect(spec.autoscalerOptions?.version).toBe(version);
    expect(policies).toEqual([policy, policy]);
  },
);
