import { withoutV } from "../kuberay/version.ts";
import type { RayManifest } from "../manifest/manifest.ts";
import type { Amounts } from "../model/pod-amounts.ts";
import { sumAmounts } from "../model/pod-amounts.ts";
import type { Resolved } from "../model/resolved.ts";
import type { GroupPlan, ObjectReference, Plan, RayResources } from "./plan.ts";
import { planGroups } from "./plan-groups.ts";
import { planAddresses, planNames } from "./plan-names.ts";
import { podAccounts } from "./pod-accounts.ts";
import { prerequisites } from "./prerequisites.ts";

/** What a server needs besides the manifest. */
export function buildPlan(model: Resolved, raycluster: ObjectReference): Plan {
  const { settings } = model;
  const names = planNames(model);
  const addresses = planAddresses(names, model.namespace);
  const groups = planGroups(model);
  const serviceType = model.options.head_service?.type;
  return {
    raycluster,
    kuberay_version: withoutV(settings.kuberay_version),
    ...(names.headService === undefined ? {} : { head_service: names.headService }),
    ...(serviceType == null ? {} : { head_service_type: serviceType }),
    ...(names.serveService === undefined ? {} : { serve_service: names.serveService }),
    ...(names.gateway === undefined ? {} : { gateway: names.gateway }),
    ...(addresses === undefined ? {} : { addresses }),
    ray_init: {
      ...(addresses === undefined
        ? {}
        : { address: addresses.client_fully_qualified ?? addresses.client }),
      log_to_driver: model.forwardLogs,
    },
    activation_timeout_seconds: model.activationTimeoutSeconds,
    ...(names.cluster === undefined ? {} : { pod_selector: `ray.io/cluster=${names.cluster}` }),
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
    service_account: podAccounts(model).head,
    prerequisites: prerequisites(model),
  };
}

/** What a manifest is called, fresh. */
export function referenceTo({ apiVersion, kind, metadata }: RayManifest): ObjectReference {
  const { name, namespace } = metadata;
  return namespace === undefined
    ? { apiVersion, kind, name }
    : { apiVersion, kind, name, namespace };
}

function total(groups: readonly GroupPlan[], pods: (group: GroupPlan) => number): Amounts {
  return sumAmounts(groups, ({ pod }) => pod, pods);
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
  if (groups.every(({ ray }) => ray.custom === undefined)) return {};
  const names = [...new Set(groups.flatMap(({ ray }) => Object.keys(ray.custom ?? {})))].sort();
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
