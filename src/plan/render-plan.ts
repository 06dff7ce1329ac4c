import { readingArgument } from "../diagnostics/read-options.ts";
import { count } from "../diagnostics/show.ts";
import type { Amounts } from "../model/pod-amounts.ts";
import { sumAmounts } from "../model/pod-amounts.ts";
import type { Toleration } from "../model/settings/toleration.ts";
import { readableCount, readableCpu, readableMemory } from "../quantity/readable-amount.ts";
import type { Bounds, GroupPlan, Plan, RayResources } from "./plan.ts";
import { requirePlan } from "./require-plan.ts";
import { textTable } from "./text-table.ts";

/**
 * A plan for people: groups as a table, totals, addresses, readiness and what must exist beforehand. Throws a TypeError for
 * what is no plan.
 */
export function renderPlan(plan: Plan): string {
  return readingArgument("renderPlan", "plan", "the plan of a compiled request", () =>
    render(requirePlan("renderPlan", plan)),
  );
}

function render(plan: Plan): string {
  const { raycluster, addresses, totals, ray_totals, prerequisites } = plan;
  const { apiVersion, namespace, name } = raycluster;
  const shown = shownFor(totals.maximum);
  const lines = [
    `${raycluster.kind} ${namespace === undefined ? name : `${namespace}/${name}`} (${apiVersion}, KubeRay ${plan.kuberay_version})`,
    "",
    ...textTable([
      ["Group", ...headings(shown), "Ray offers", "Runs on"],
      ...plan.groups.map((group) => groupRow(group, shown)),
      totalRow("Total at least", plan.pods.minimum, totals.minimum, ray_totals.minimum, shown),
      totalRow("Total at most", plan.pods.maximum, totals.maximum, ray_totals.maximum, shown),
    ]),
    ...gpuRemark(plan),
    "",
    ...textTable(
      [
        ["Client", addresses?.client ?? ""],
        ["", addresses?.client_fully_qualified ?? ""],
        ["Dashboard", addresses?.dashboard ?? ""],
        ["", addresses?.dashboard_fully_qualified ?? ""],
        ["Requests", addresses?.serve ?? ""],
        ["", addresses?.serve_fully_qualified ?? ""],
        ["Gateway", plan.gateway ?? ""],
        ["Head Service", headService(plan)],
        ["Shared memory", sharedMemory(plan)],
        ["Images", eachGroup(plan, ({ image }) => image)],
        ["Runtime classes", eachGroup(plan, ({ runtime_class }) => runtime_class)],
        ["Serve Service", plan.serve_service ?? ""],
        ["Pods", plan.pod_selector ?? ""],
        ["Ready", readyRule(plan)],
        ["Driver logs", plan.ray_init.log_to_driver ? "forwarded" : "not forwarded"],
      ].filter(([, value]) => value !== ""),
    ),
    "",
    "Must exist first",
    ...prerequisites.map(({ kind, name, reason }) => `  ${kind} ${name}: ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** The columns that are there only where there is something to show. */
interface Shown {
  readonly disk: boolean;
  readonly devices: boolean;
}

function shownFor({ ephemeral_storage_bytes: disk, resources }: Amounts): Shown {
  return { disk: disk !== undefined, devices: resources !== undefined };
}

function headings(shown: Shown): readonly string[] {
  const further = [...(shown.disk ? ["Disk"] : []), ...(shown.devices ? ["Devices"] : [])];
  return ["Pods", "CPU", "Memory", "GPUs", ...further];
}

/** What several plans come to together, as a table; empty for fewer than two. */
export function renderPlanSums(plans: readonly Plan[]): string {
  if (plans.length < 2) return "";
  const totalOf = (side: "minimum" | "maximum") =>
    sumAmounts(
      plans,
      ({ totals }) => totals[side],
      () => 1,
    );
  const shown = shownFor(totalOf("maximum"));
  const row = (title: string, side: "minimum" | "maximum") => {
    const pods = plans.reduce((sum, plan) => sum + plan.pods[side], 0);
    return [title, String(pods), ...amounts(totalOf(side), shown)];
  };
  const lines = textTable([
    [`All ${count(plans.length, "cluster")}`, ...headings(shown)],
    row("Total at least", "minimum"),
    row("Total at most", "maximum"),
  ]);
  return `${lines.join("\n")}\n`;
}

function headService({ head_service: name = "", head_service_type: type }: Plan): string {
  if (name === "") return "";
  return type === undefined ? name : `${name} (${type})`;
}

/** What differs from the memory that Ray offers, which is what people expect. */
function sharedMemory({ groups }: Plan): string {
  return groups
    .filter(({ shm_bytes, ray }) => shm_bytes !== ray.memory_bytes)
    .map(({ name, shm_bytes }) => `${readableMemory(shm_bytes)} in ${name}`)
    .join(", ");
}

/** What groups have of their own: `other:2 in gpu`. */
function eachGroup({ groups }: Plan, told: (group: GroupPlan) => string | undefined): string {
  return groups
    .flatMap((group) => {
      const value = told(group);
      return value === undefined ? [] : [`${value} in ${group.name}`];
    })
    .join(", ");
}

function groupRow(group: GroupPlan, columns: Shown): readonly string[] {
  const { name, pods, pod, ray } = group;
  const { hosts_per_worker: hosts } = group;
  const shown = formatBounds(pods) + (hosts === undefined ? "" : ` (${hosts} a worker)`);
  return [name, shown, ...amounts(pod, columns), offers(ray), placement(group)];
}

function totalRow(
  name: string,
  pods: number,
  total: Amounts,
  ray: RayResources,
  columns: Shown,
): readonly string[] {
  return [name, String(pods), ...amounts(total, columns), offers(ray), ""];
}

function offers({ cpus, memory_bytes, gpus, custom = {} }: RayResources): string {
  return [
    count(cpus, "CPU"),
    readableMemory(memory_bytes),
    ...(gpus === 0 ? [] : [count(gpus, "GPU")]),
    ...Object.entries(custom).map(([resource, number]) => `${number} ${resource}`),
  ].join(", ");
}

/** Where Ray offers GPUs that no pod asks Kubernetes for. */
function gpuRemark({ groups }: Plan): readonly string[] {
  if (groups.every(({ pod, ray }) => pod.gpus > 0 || ray.gpus === 0)) return [];
  return [
    "",
    "No pod asks Kubernetes for GPUs, since ray.gpu_resource_request_key is not set: a pod",
    "gets the GPUs that its node exposes to all pods.",
  ];
}

function amounts(
  { cpu_millis, memory_bytes, gpus, ...further }: Amounts,
  columns: Shown,
): readonly string[] {
  const { ephemeral_storage_bytes: disk = 0, resources = {} } = further;
  const devices = Object.entries(resources).map(([name, number]) => `${number} ${name}`);
  return [
    readableCpu(cpu_millis),
    readableMemory(memory_bytes),
    readableCount(gpus),
    ...(columns.disk ? [readableMemory(disk)] : []),
    ...(columns.devices ? [devices.length === 0 ? "none" : devices.join(", ")] : []),
  ];
}

function formatBounds({ minimum, maximum }: Bounds): string {
  return minimum === maximum ? String(minimum) : `${minimum}-${maximum}`;
}

function placement({ node_selector, tolerations }: GroupPlan): string {
  const labels = Object.entries(node_selector).map(([key, value]) => `${key}=${value}`);
  const taints = tolerations.map(formatToleration);
  const where = labels.length === 0 ? "any node" : `nodes with ${labels.join(", ")}`;
  return taints.length === 0 ? where : `${where}, tolerating ${taints.join(", ")}`;
}

/** As kubectl writes taints: `key=value:Effect`; a part that is left out means every one. */
function formatToleration({ key, operator, value, effect }: Toleration): string {
  if (key == null) return effect == null ? "every taint" : `every ${effect} taint`;
  const taint = operator === "Exists" ? key : `${key}=${value ?? ""}`;
  return effect == null ? taint : `${taint}:${effect}`;
}

function readyRule({ pods, activation_timeout_seconds }: Plan): string {
  const seconds = count(activation_timeout_seconds, "second");
  const verb = pods.minimum === 1 ? "is" : "are";
  return `when ${count(pods.minimum, "pod")} ${verb} ready, within ${seconds}`;
}
