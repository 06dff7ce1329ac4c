import fc from "fast-check";
import type {
  AutoscalerConfig,
  RayClusterConfig,
  ScalingGroup,
  SimpleRayCluster,
} from "../../src/model/request/cluster-config.ts";
import type { RayNodeConfig } from "../../src/model/request/node-config.ts";
import type { RayClusterRequest } from "../../src/model/request/request.ts";
import type { DeploymentSettings, RaySettings } from "../../src/model/settings/settings.ts";
import type { Toleration } from "../../src/model/settings/toleration.ts";
import { hostileText } from "../yaml/arbitrary-tree.ts";

/** A request and settings that go together: nothing but warnings can be said of them. */
export interface SoundInputs {
  readonly request: RayClusterRequest;
  readonly settings: DeploymentSettings;
}

/** Whatever lies within the bounds: fractions, extremes, both forms of config, every release, nulls for what is optional. */
export const soundInputs: fc.Arbitrary<SoundInputs> = fc
  .constantFrom<Gpus>(
    { supports_gpus: false, most: 0 },
    { supports_gpus: true, most: 1 },
    { supports_gpus: true, gpu_resource_request_key: null, most: 1 },
    { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu", most: 10_000 },
    { supports_gpus: true, gpu_resource_request_key: "nvidia.com/mig-1g.5gb", most: 7 },
  )
  .chain((gpus) => fc.record({ request: requestFor(gpus), settings: settingsFor(gpus) }));

/** Values that hold for the cluster as a whole, so that a request never asks for more GPUs than the settings allow. */
interface Gpus extends Pick<RaySettings, "supports_gpus" | "gpu_resource_request_key"> {
  readonly most: number;
}

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.option(fc.option(value, { nil: null }), { nil: undefined });
}

function amount(least: number, most: number, steps: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: Math.ceil(least), max: 256 }),
    fc.integer({ min: Math.ceil(least), max: most }),
    fc.integer({ min: 1, max: 64 * steps }).map((count) => count / steps),
    fc.double({ min: least, max: 64, noNaN: true }),
    fc.double({ min: least, max: most, noNaN: true }),
  );
}

const cpu = amount(0.001, 1_000_000, 1000);
const memory_gb = amount(1 / 1024, 1_048_576, 1024);
const replicas = fc.oneof(fc.nat(8), fc.nat(2_147_483_647));

function nodeFor({ most }: Gpus): fc.Arbitrary<RayNodeConfig> {
  return fc.record({ cpu, memory_gb, gpu_count: optional(fc.nat(most)) });
}

const autoscaler: fc.Arbitrary<AutoscalerConfig> = fc.record({ cpu, memory_gb });

function groupFor(gpus: Gpus): fc.Arbitrary<ScalingGroup> {
  return fc
    .record({ worker_nodes: nodeFor(gpus), bounds: fc.tuple(replicas, replicas) })
    .map(({ worker_nodes, bounds }) => ({
      worker_nodes,
      min_workers: Math.min(...bounds),
      max_workers: Math.max(...bounds),
    }));
}

function fullFor(gpus: Gpus): fc.Arbitrary<RayClusterConfig> {
  return fc
    .record({
      head_node: nodeFor(gpus),
      scaling_groups: optional(fc.array(groupFor(gpus), { maxLength: 4 })),
    })
    .chain((config) => {
      const scales = (config.scaling_groups ?? []).some(
        ({ min_workers, max_workers }) => max_workers > min_workers,
      );
      const wanted = scales ? autoscaler : optional(autoscaler);
      return wanted.map((autoscaler_config) => ({ ...config, autoscaler_config }));
    });
}

function simpleFor(gpus: Gpus): fc.Arbitrary<SimpleRayCluster> {
  return fc
    .record({
      n_nodes: replicas.map((count) => Math.max(1, count)),
      node_config: nodeFor(gpus),
      more: optional(fc.nat(8)),
    })
    .chain(({ n_nodes, node_config, more }) => {
      const max_nodes = more == null ? more : Math.min(2_147_483_647, n_nodes + more);
      const wanted = (max_nodes ?? n_nodes) > n_nodes ? autoscaler : optional(autoscaler);
      return wanted.map((autoscaler_config) => ({
        n_nodes,
        node_config,
        max_nodes,
        autoscaler_config,
      }));
    });
}

/** Text that starts and ends with one of the outer characters; the inner ones may stand between. */
function name(outer: string, inner: string, most: number): fc.Arbitrary<string> {
  const edge = fc.constantFrom(...outer);
  const middle = fc.string({ unit: fc.constantFrom(...outer, ...inner), maxLength: most - 2 });
  return fc.oneof(
    edge,
    fc.tuple(edge, middle, edge).map((parts) => parts.join("")),
  );
}

const segment = fc.oneof(
  name("ABCxyz019", "-_.", 63),
  fc.constantFrom(...["on", "null", "y", "1e3", "0o17", "007", "1_000", "2024-01-01", "valueOf"]),
  fc.constantFrom(...["constructor", "toString", "length", "0", "12e4567", "nan", "0x1F", "true"]),
);
const domainKey = fc
  .tuple(fc.constantFrom("", "example.com/", "a/"), segment)
  .map((parts) => parts.join(""));
const labels = fc.dictionary(domainKey, fc.oneof(segment, fc.constant("")), { maxKeys: 5 });
const annotations = fc.dictionary(domainKey, hostileText, { maxKeys: 5 });

const toleration: fc.Arbitrary<Toleration> = fc.oneof(
  fc.record({ key: domainKey, operator: fc.constantFrom("Equal", "", null), value: segment }),
  fc.record({ operator: fc.constant("Exists"), value: fc.constantFrom("", null, undefined) }),
  fc.record({
    key: domainKey,
    operator: fc.constant("Exists"),
    effect: fc.constant("NoExecute"),
    tolerationSeconds: optional(fc.maxSafeInteger()),
  }),
);

const secret = fc.record({ name: fc.constantFrom("registry", "a.b", "0") });

function requestFor(gpus: Gpus): fc.Arbitrary<RayClusterRequest> {
  return fc.record({
    name: name("abcxyz", "-019", 53),
    namespace: optional(name("abcxyz019", "-", 63)),
    image: fc.constantFrom("ray", "rayproject/ray:nightly-py310", "[::1]:5000/a/b_c:1", "A/b"),
    ray_version: fc
      .tuple(fc.constantFrom("", "v"), fc.nat(60), fc.constantFrom("", ".0", ".3", ".0-py310"))
      .map(([start, minor, end]) => `${start}2.${minor}${end}`),
    config: fc.oneof(fullFor(gpus), simpleFor(gpus)),
    forward_logs: optional(fc.boolean()),
    activation_timeout_seconds: optional(fc.integer({ min: 1, max: 604_800 })),
    labels: optional(labels),
    annotations: optional(annotations),
  });
}

function settingsFor({
  supports_gpus,
  gpu_resource_request_key,
}: Gpus): fc.Arbitrary<DeploymentSettings> {
  return fc.record({
    kuberay_version: optional(
      fc.constantFrom(
        ...["0.4.0", "v0.5.0", "0.5.2", "0.6.0", "1.0.0", "1.1.1", "1.2.2", "1.3.2"],
        ...["1.4.2", "1.5.2", "1.6.0", "1.7.0", "1.8.0", "2.0.0-rc.1"],
      ),
    ),
    ray: fc.record({
      enabled: fc.constantFrom(true, null, undefined),
      supports_gpus: fc.constant(supports_gpus),
      gpu_resource_request_key: fc.constant(gpu_resource_request_key),
      gpu_node_selector: optional(labels),
      non_gpu_node_selector: optional(labels),
      gpu_tolerations: optional(fc.array(toleration, { maxLength: 3 })),
      non_gpu_tolerations: optional(fc.array(toleration, { maxLength: 3 })),
      gpu_labels: optional(labels),
      non_gpu_labels: optional(labels),
      gpu_annotations: optional(annotations),
      non_gpu_annotations: optional(annotations),
    }),
    worker: optional(
      fc.record({
        service_account: optional(fc.record({ name: optional(fc.constant("ray-worker")) })),
        image_pull_secrets: optional(fc.uniqueArray(secret, { selector: ({ name }) => name })),
      }),
    ),
    rbac: optional(fc.record({ manage_ray: optional(fc.boolean()) })),
  });
}
