import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { TextMap } from "../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import type {
  MergedContainer,
  RayClusterManifest,
  RayContainer,
  Resources,
} from "../../src/manifest/ray-cluster.ts";
import type { RayNodeConfig } from "../../src/model/request/node-config.ts";
import type { RaySettings } from "../../src/model/settings/settings.ts";
import { canonicalQuantity } from "../../src/quantity/canonical-quantity.ts";
import { parseQuantity } from "../../src/quantity/parse-quantity.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import { asCluster } from "../manifest/cluster-manifest.ts";
import { fingerprint, readers } from "../yaml/readers.ts";
import type { SoundInputs } from "./sound-inputs.ts";
import { soundInputs } from "./sound-inputs.ts";

/** Every property is of the same inputs, compiled. */
function always(check: (manifest: RayClusterManifest, inputs: SoundInputs) => void): void {
  fc.assert(
    fc.property(soundInputs, (inputs) =>
      check(manifestOf(inputs.request, inputs.settings), inputs),
    ),
  );
}

function manifestOf(request: unknown, settings: unknown): RayClusterManifest {
  const result = compile(request, settings);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return asCluster(result.manifest);
}

test("a sound request compiles, with warnings at most", () => {
  fc.assert(
    fc.property(soundInputs, ({ request, settings }) => {
      const result = compile(request, settings);
      expect(result.ok ? [] : result.diagnostics).toEqual([]);
      const warnings = result.ok ? result.diagnostics : [];
      expect(warnings.filter(({ severity }) => severity !== "warning")).toEqual([]);
    }),
  );
});

test("objects and their JSON, as text, give the same bytes", () => {
  always((manifest, { request, settings }) => {
    const text = (data: unknown) => ({ file: "document.json", text: JSON.stringify(data) });
    expect(printYaml(manifestOf(text(request), text(settings)))).toBe(printYaml(manifest));
  });
});

test("readers take the printed text for the manifest", () => {
  always((manifest) => {
    const text = printYaml(manifest);
    // By day two of the four, the same whenever an input is tried again.
    for (const [name, read] of byTurns(Object.entries(readers), 2, text.length)) {
      expect(fingerprint(read(text)), name).toBe(fingerprint(manifest));
    }
  });
});

test("each group has its bounds, and a number of replicas unless the autoscaler owns it", () => {
  always(({ spec }, inputs) => {
    const wanted = wantedGroups(inputs);
    const scales = wanted.some(([least, most]) => most > least);
    const groups = spec.workerGroupSpecs ?? [];
    const owned = scales && isFrom(inputs, 1, 0);
    expect(groups.map((group) => [group.groupName, group.minReplicas, group.maxReplicas])).toEqual(
      wanted.map(([least, most], index) => [`worker-group-${index}`, least, most]),
    );
    for (const group of groups) {
      expect(group.replicas).toBe(owned ? undefined : group.minReplicas);
      expect(group.minReplicas).toBeLessThanOrEqual(group.maxReplicas);
    }
    expect(spec.workerGroupSpecs === undefined).toBe(wanted.length === 0);
    expect(spec.enableInTreeAutoscaling).toBe(scales ? true : undefined);
    expect(spec.autoscalerOptions === undefined).toBe(!scales);
  });
});

test("each container has what its node asks for, never more, in canonical quantities", () => {
  always((manifest, inputs) => {
    const nodes = wantedNodes(inputs);
    const containers = containersOf(manifest);
    expect(containers.length).toBe(nodes.length);
    for (const [index, { resources }] of containers.entries()) {
      const node = nodes[index];
      if (node === undefined) return expect.unreachable();
      expectAmounts(resources, node, inputs.settings.ray?.gpu_resource_request_key);
    }
    const { autoscalerOptions } = manifest.spec;
    const { autoscaler_config } = inputs.request.config;
    if (autoscalerOptions === undefined || autoscaler_config == null) return;
    expectAmounts(autoscalerOptions.resources, autoscaler_config, undefined);
  });
});

test("num-gpus says what Ray cannot see for itself", () => {
  always((manifest, inputs) => {
    const { supports_gpus, gpu_resource_request_key: key } = inputs.settings.ray ?? {};
    const { headGroupSpec, workerGroupSpecs = [] } = manifest.spec;
    for (const [index, node] of wantedNodes(inputs).entries()) {
      const group = index === 0 ? headGroupSpec : workerGroupSpecs[index - 1];
      const gpus = node.gpu_count ?? 0;
      const seen = gpus > 0 && key?.endsWith("gpu") === true;
      const told = supports_gpus === true && !seen ? String(gpus) : undefined;
      expect(group?.rayStartParams["num-gpus"]).toBe(told);
    }
  });
});

test("pods with GPUs and pods without are placed and marked by their own settings", () => {
  always((manifest, inputs) => {
    const ray: RaySettings = inputs.settings.ray ?? {};
    const { headGroupSpec, workerGroupSpecs = [] } = manifest.spec;
    for (const [index, node] of wantedNodes(inputs).entries()) {
      const template = (index === 0 ? headGroupSpec : workerGroupSpecs[index - 1])?.template;
      const hasGpus = (node.gpu_count ?? 0) > 0;
      expectMap(template?.metadata?.labels, hasGpus ? ray.gpu_labels : ray.non_gpu_labels);
      expectMap(
        template?.metadata?.annotations,
        hasGpus ? ray.gpu_annotations : ray.non_gpu_annotations,
      );
      expectMap(
        template?.spec.nodeSelector,
        hasGpus ? ray.gpu_node_selector : ray.non_gpu_node_selector,
      );
      const tolerations = (hasGpus ? ray.gpu_tolerations : ray.non_gpu_tolerations) ?? [];
      expect(template?.spec.tolerations?.length ?? 0).toBe(tolerations.length);
    }
  });
});

test("the API version and what a release requires follow the release", () => {
  always(({ apiVersion, spec }, inputs) => {
    expect(apiVersion).toBe(isFrom(inputs, 1, 0) ? "ray.io/v1" : "ray.io/v1alpha1");
    expect(spec.headGroupSpec.serviceType).toBe(isFrom(inputs, 0, 5) ? undefined : "ClusterIP");
    for (const { template } of spec.workerGroupSpecs ?? []) {
      expect(template.spec.initContainers === undefined).toBe(isFrom(inputs, 0, 5));
    }
    expect(spec.autoscalerOptions?.version === undefined || isFrom(inputs, 1, 4)).toBe(true);
  });
});

/** Whether the target release is at least major.minor; without one it is the newest. */
function isFrom({ settings }: SoundInputs, major: number, minor: number): boolean {
  const version = parseVersion(settings.kuberay_version ?? "1.7.0");
  if (version === undefined) throw new Error("The settings have no version.");
  return version.major > major || (version.major === major && version.minor >= minor);
}

/** The fewest and the most workers of each group. */
function wantedGroups({
  request: { config },
}: SoundInputs): readonly (readonly [number, number])[] {
  if (!("n_nodes" in config)) {
    return (config.scaling_groups ?? []).map((group) => [group.min_workers, group.max_workers]);
  }
  const most = config.max_nodes ?? config.n_nodes;
  return most === 1 ? [] : [[config.n_nodes - 1, most - 1]];
}

/** The node of the head, then that of each group. */
function wantedNodes(inputs: SoundInputs): readonly RayNodeConfig[] {
  const { config } = inputs.request;
  if ("n_nodes" in config) {
    return [config.node_config, ...wantedGroups(inputs).map(() => config.node_config)];
  }
  return [config.head_node, ...(config.scaling_groups ?? []).map((group) => group.worker_nodes)];
}

function containersOf({ spec }: RayClusterManifest): readonly RayContainer[] {
  return [spec.headGroupSpec, ...(spec.workerGroupSpecs ?? [])].flatMap(({ template }) =>
    template.spec.containers.filter(isRays),
  );
}

function isRays(container: RayContainer | MergedContainer): container is RayContainer {
  return container.name === "ray-head" || container.name === "ray-worker";
}

function expectAmounts(
  { limits, requests }: Resources,
  { cpu, memory_gb, gpu_count }: RayNodeConfig,
  key: string | null | undefined,
): void {
  expect(requests).toEqual(limits);
  expect(requests).not.toBe(limits);
  for (const quantity of Object.values(limits)) expectCanonical(quantity);
  expectFloor(Number(nanosOf(limits.cpu)) / 1e6, cpu * 1000);
  expectFloor(Number(nanosOf(limits.memory) / 2n ** 20n) / 1e9, memory_gb * 1024);
  const counted = key != null && (gpu_count ?? 0) > 0;
  const names = counted ? ["cpu", "memory", key] : ["cpu", "memory"];
  expect(Object.keys(limits)).toEqual(names);
  if (counted) expect(nanosOf(limits[key])).toBe(BigInt(gpu_count ?? 0) * 10n ** 9n);
}

/** Whole units: what was asked, or less by less than one. */
function expectFloor(units: number, asked: number): void {
  expect(Number.isInteger(units)).toBe(true);
  expect(units).toBeLessThanOrEqual(asked + 1e-6);
  expect(units).toBeGreaterThan(asked - 1);
}

function expectCanonical(text: string): void {
  const quantity = parseQuantity(text);
  expect(quantity === undefined ? undefined : canonicalQuantity(quantity)).toBe(text);
}

function nanosOf(text: string | undefined): bigint {
  return parseQuantity(text ?? "")?.nanos ?? -1n;
}

/** The same entries, sorted by key, or nothing for none. */
function expectMap(actual: TextMap | undefined, wanted: TextMap | null | undefined): void {
  const entries = Object.entries(wanted ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  const expected = entries.length === 0 ? undefined : Object.fromEntries(entries);
  expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
}
