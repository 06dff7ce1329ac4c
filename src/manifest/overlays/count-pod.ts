import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Demand } from "../../kuberay/pod-demand.ts";
import { podDemand } from "../../kuberay/pod-demand.ts";
import type { ClusterSpecView, GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import type { ClusterNode } from "../../model/cluster.ts";
import type { CountedPod, TemplatePlace } from "../../model/counted-pod.ts";
import type { Amounts } from "../../model/pod-amounts.ts";
import type { Resolved } from "../../model/resolved.ts";
import { hugePageMebibytes } from "../../quantity/huge-pages.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import { resourceKind } from "../../ray/accelerators.ts";
import type { MergedPod } from "./merge-overlays.ts";

/** Reads what the built pod of a node asks for, which pod templates may have changed in every way. */
export function countMergedPod(
  node: ClusterNode,
  group: GroupSpecView,
  cluster: ClusterSpecView,
  { kuberayVersion, settings }: Pick<Resolved, "kuberayVersion" | "settings">,
  merged: MergedPod,
): CountedPod {
  const keys: DeviceKeys = { own: settings.ray.gpu_resource_request_key, node };
  const { containers, pod } = podDemand(group, cluster, kuberayVersion);
  const amounts = amountsOf(pod, keys);
  const { accelerator } = node;
  const ownDevices = accelerator?.resource === undefined ? (accelerator?.count ?? 0) : 0;
  const uncounted = ownDevices + (keys.own === undefined ? node.gpuCount : 0);
  return {
    containers: containers.map(({ name, demand }) => ({ name, ...amountsOf(demand, keys) })),
    pod: amounts,
    devices: uncounted + sumOf(pod, (key) => isDevice(key, keys)),
    gpuResource: [...pod.keys()].find((key) => isGpu(key, keys) && unitsOf(pod, key) > 0),
    rayStartParams: group.rayStartParams,
    podSpec: group.podSpec,
    placeOf: (path) => overlayPlace(merged, path),
    askedAt: (resource) => largestRequest(resource, group.podSpec, merged),
  };
}

/** What tells devices from other resources: the deployment's key of GPUs, and the node's accelerator. */
interface DeviceKeys {
  readonly own: string | undefined;
  readonly node: ClusterNode;
}

function isGpu(key: string, { own, node: { accelerator } }: DeviceKeys): boolean {
  if (key === own) return true;
  if (key === accelerator?.resource) return accelerator.ray?.name === "GPU";
  return resourceKind(key)?.rayName === "GPU";
}

function isDevice(key: string, keys: DeviceKeys): boolean {
  if (isGpu(key, keys) || key === keys.node.accelerator?.resource) return true;
  const kind = resourceKind(key);
  return kind !== undefined && kind.isCompanion !== true;
}

/** As a node's own amounts are told: GPUs under the deployment's key are among the resources only with an accelerator. */
function amountsOf(demand: Demand, keys: DeviceKeys): Amounts {
  const disk = demand.get("ephemeral-storage");
  const hidden = keys.node.accelerator === undefined ? keys.own : undefined;
  const further = [...demand.keys()]
    .filter((key) => !OWN_FIELDS.includes(key) && key !== hidden)
    .map((key): [string, number] => [key, unitsOf(demand, key)])
    .filter(([, number]) => number > 0);
  return {
    cpu_millis: roundedUp(demand.get("cpu") ?? 0n, 10n ** 6n),
    memory_bytes: roundedUp(demand.get("memory") ?? 0n, NANOS),
    gpus: sumOf(demand, (key) => isGpu(key, keys)),
    ...(disk === undefined ? {} : { ephemeral_storage_bytes: roundedUp(disk, NANOS) }),
    ...(further.length === 0 ? {} : { resources: Object.fromEntries(further) }),
  };
}

const OWN_FIELDS: readonly string[] = Object.freeze(["cpu", "memory", "ephemeral-storage"]);

function sumOf(demand: Demand, counts: (key: string) => boolean): number {
  let sum = 0;
  for (const key of demand.keys()) if (counts(key)) sum += unitsOf(demand, key);
  return sum;
}

const NANOS = 10n ** 9n;

/** Whole devices, or pages of memory. */
function unitsOf(demand: Demand, key: string): number {
  const page = BigInt(hugePageMebibytes(key) ?? 0) * 2n ** 20n;
  return roundedUp(demand.get(key) ?? 0n, page === 0n ? NANOS : page * NANOS);
}

/** Beyond 2^53 to the nearest number there is. */
function roundedUp(amount: bigint, unit: bigint): number {
  return Number((amount + unit - 1n) / unit);
}

function overlayPlace({ placeOf }: MergedPod, path: Path): TemplatePlace | undefined {
  const place = placeOf(path);
  if (place?.overlay === undefined) return undefined;
  const { document, path: root } = place.overlay;
  return { document, path: [...root, ...place.path] };
}

/** Where overlays ask for a resource, of the pod or of a container: the place with the largest amount. */
function largestRequest(
  resource: string,
  podSpec: PlainObject,
  merged: MergedPod,
): TemplatePlace | undefined {
  const owners: readonly (readonly [Path, PlainObject])[] = [
    [["spec"], podSpec],
    ...LISTS.flatMap((list) =>
      ownList(podSpec, list).map((item, index): [Path, PlainObject] => [
        ["spec", list, index],
        ownObject({ item }, "item"),
      ]),
    ),
  ];
  let largest: { readonly amount: bigint; readonly place: TemplatePlace } | undefined;
  for (const [path, owner] of owners) {
    const resources = ownObject(owner, "resources");
    const kind = KINDS.find((name) => ownField(ownObject(resources, name), resource) !== undefined);
    if (kind === undefined) continue;
    const place = overlayPlace(merged, [...path, "resources", kind, resource]);
    const text = ownText(ownObject(resources, kind), resource);
    const quantity = text ?? String(ownField(ownObject(resources, kind), resource));
    const amount = parseQuantity(quantity)?.nanos ?? 0n;
    if (place === undefined || (largest !== undefined && amount <= largest.amount)) continue;
    largest = { amount, place };
  }
  return largest?.place;
}

const LISTS = Object.freeze(["containers", "initContainers"] as const);
/** A request counts before a limit. */
const KINDS = Object.freeze(["requests", "limits"] as const);
