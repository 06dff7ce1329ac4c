import { headServiceName } from "../kuberay/service-name.ts";
import type { RayClusterManifest } from "../manifest/ray-cluster.ts";
import type { Resolved } from "../model/resolved.ts";
import type { Addresses, Amounts, GroupPlan, ObjectReference, Plan, RayResources } from "./plan.ts";
import { planGroups } from "./plan-groups.ts";
import { prerequisites } from "./prerequisites.ts";

/** What a server needs besides the manifest. */
export function buildPlan(model: Resolved, manifest: RayClusterManifest): Plan {
  const { name, settings } = model;
  const headService = headServiceName(name, model.release);
  const addresses = planAddresses(headService, model.namespace);
  const groups = planGroups(model);
  const serviceType = model.options.head_service?.type;
  return {
    raycluster: reference(manifest),
    kuberay_version: settings.kuberay_version.replace(/^v/, ""),
    head_service: headService,
    ...(serviceType == null ? {} : { head_service_type: serviceType }),
    addresses,
    ray_init: {
      address: addresses.client_fully_qualified ?? addresses.client,
      log_to_driver: model.forwardLogs,
    },
    activation_timeout_seconds: model.activationTimeoutSeconds,
    pod_selector: `ray.io/cluster=${name}`,
    pods: {
      minimum: sum(groups, ({ pods }) => pods.minimum),
      maximum: sum(groups, ({ pods }) => pods.maximum),
    },
    groups,
    totals: {
      minimum: total(groups, ({ pods }) => pods.minimum),
      maximum: total(groups, ({ pods }) => pods.maximum),
    },
    ray_totals: {
      minimum: rayTotal(groups, ({ pods }) => pods.minimum),
      maximum: rayTotal(groups, ({ pods }) => pods.maximum),
    },
    service_account: settings.worker.service_account,
    prerequisites: prerequisites(model),
  };
}

function reference({ apiVersion, kind, metadata }: RayClusterManifest): ObjectReference {
  const { name, namespace } = metadata;
  return namespace === undefined
    ? { apiVersion, kind, name }
    : { apiVersion, kind, name, namespace };
}

function planAddresses(headService: string, namespace: string | undefined): Addresses {
  const client = `ray://${headService}:10001`;
  const dashboard = `http://${headService}:8265`;
  if (namespace === undefined) return { client, dashboard };
  const host = `${headService}.${namespace}.svc.cluster.local`;
  return {
    client,
    client_fully_qualified: `ray://${host}:10001`,
    dashboard,
    dashboard_fully_qualified: `http://${host}:8265`,
  };
}

function total(groups: readonly GroupPlan[], pods: (group: GroupPlan) => number): Amounts {
  const amounts: Amounts = {
    cpu_millis: sum(groups, (group) => pods(group) * group.pod.cpu_millis),
    memory_bytes: sum(groups, (group) => pods(group) * group.pod.memory_bytes),
    gpus: sum(groups, (group) => pods(group) * group.pod.gpus),
  };
  if (groups.every(({ pod }) => pod.ephemeral_storage_bytes === undefined)) return amounts;
  const storage = sum(groups, (group) => pods(group) * (group.pod.ephemeral_storage_bytes ?? 0));
  return { ...amounts, ephemeral_storage_bytes: storage };
}

function rayTotal(groups: readonly GroupPlan[], pods: (group: GroupPlan) => number): RayResources {
  return {
    cpus: sum(groups, (group) => pods(group) * group.ray.cpus),
    memory_bytes: sum(groups, (group) => pods(group) * group.ray.memory_bytes),
    gpus: sum(groups, (group) => pods(group) * group.ray.gpus),
    ...customTotal(groups, pods),
  };
}

function customTotal(
  groups: readonly GroupPlan[],
  pods: (group: GroupPlan) => number,
): Pick<RayResources, "custom"> {
  const names = [...new Set(groups.flatMap(({ ray }) => Object.keys(ray.custom ?? {})))].sort();
  if (names.length === 0) return {};
  const ofName = (name: string) => sum(groups, (group) => pods(group) * customOf(group, name));
  return { custom: Object.fromEntries(names.map((name) => [name, ofName(name)])) };
}

function customOf({ ray: { custom = {} } }: GroupPlan, name: string): number {
  return Object.hasOwn(custom, name) ? (custom[name] ?? 0) : 0;
}

function sum(groups: readonly GroupPlan[], amount: (group: GroupPlan) => number): number {
  let result = 0;
  for (const group of groups) result += amount(group);
  return result;
}
