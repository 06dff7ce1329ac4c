import { readingArgument } from "../diagnostics/read-options.ts";
import { count } from "../diagnostics/show.ts";
import type { Toleration } from "../model/settings.ts";
import { formatCpu, formatMemory } from "../quantity/format-quantity.ts";
import type { Amounts, Bounds, GroupPlan, Plan, RayResources } from "./plan.ts";
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
  const { raycluster, addresses, prerequisites } = plan;
  const { apiVersion, namespace, name } = raycluster;
  const lines = [
    `RayCluster ${namespace === undefined ? name : `${namespace}/${name}`} (${apiVersion}, KubeRay ${plan.kuberay_version})`,
    "",
    ...textTable([
      ["Group", "Pods", "CPU", "Memory", "GPUs", "Ray offers", "Runs on"],
      ...plan.groups.map(groupRow),
      totalRow("Total at least", plan.pods.minimum, plan.totals.minimum, plan.ray_totals.minimum),
      totalRow("Total at most", plan.pods.maximum, plan.totals.maximum, plan.ray_totals.maximum),
    ]),
    ...gpuRemark(plan),
    "",
    ...textTable(
      [
        ["Client", addresses.client],
        ["", addresses.client_fully_qualified ?? ""],
        ["Dashboard", addresses.dashboard],
        ["", addresses.dashboard_fully_qualified ?? ""],
        ["Head Service", plan.head_service],
        ["Pods", plan.pod_selector],
        ["Ready", readyRule(plan)],
        ["Driver logs", plan.ray_init.log_to_driver ? "forwarded" : "not forwarded"],
      ].filter(([, value]) => value !== ""),
    ),
    "",
    "Needed beforehand",
    ...prerequisites.map(({ kind, name, reason }) => `  ${kind} ${name}: ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** What several plans come to together, as a table; empty for fewer than two. */
export function renderPlanSums(plans: readonly Plan[]): string {
  if (plans.length < 2) return "";
  const row = (title: string, side: "minimum" | "maximum") => {
    const sum = (amount: (plan: Plan) => number) =>
      plans.reduce((total, plan) => total + amount(plan), 0);
    const pods = sum((plan) => plan.pods[side]);
    const total: Amounts = {
      cpu_millis: sum(({ totals }) => totals[side].cpu_millis),
      memory_mebibytes: sum(({ totals }) => totals[side].memory_mebibytes),
      gpus: sum(({ totals }) => totals[side].gpus),
    };
    return [title, String(pods), ...amounts(total)];
  };
  const lines = textTable([
    [`All ${count(plans.length, "cluster")}`, "Pods", "CPU", "Memory", "GPUs"],
    row("Total at least", "minimum"),
    row("Total at most", "maximum"),
  ]);
  return `${lines.join("\n")}\n`;
}

function groupRow(group: GroupPlan): readonly string[] {
  const { name, pods, pod, ray } = group;
  return [name, formatBounds(pods), ...amounts(pod), offers(ray), placement(group)];
}

function totalRow(
  name: string,
  pods: number,
  total: Amounts,
  ray: RayResources,
): readonly string[] {
  return [name, String(pods), ...amounts(total), offers(ray), ""];
}

function offers({ cpus, memory_bytes, gpus }: RayResources): string {
  return [
    count(cpus, "CPU"),
    formatMemory(memory_bytes / 1024 / 1024),
    ...(gpus === 0 ? [] : [count(gpus, "GPU")]),
  ].join(", ");
}

/** Where Ray offers GPUs that no pod asks Kubernetes for. */
function gpuRemark({ groups }: Plan): readonly string[] {
  if (groups.every(({ pod, ray }) => pod.gpus === ray.gpus)) return [];
  return [
    "",
    "No pod asks Kubernetes for GPUs, since ray.gpu_resource_request_key is not set: a pod",
    "gets the GPUs that its node exposes to every pod.",
  ];
}

function amounts({ cpu_millis, memory_mebibytes, gpus }: Amounts): readonly string[] {
  return [formatCpu(cpu_millis), formatMemory(memory_mebibytes), String(gpus)];
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
