import type { ClusterNode, NodeVariable } from "../model/cluster.ts";
import type { Resolved } from "../model/resolved.ts";
import type { AddReference } from "./merged-references.ts";
import { addMergedReferences, BY_VARIABLES, BY_VOLUMES } from "./merged-references.ts";
import type { Prerequisite } from "./plan.ts";

/**
 * Objects that variables, volumes, options and pod templates refer to, each once and none that is `known` already; pods
 * wait for what is missing.
 */
export function referredObjects(
  { cluster, options, countedPods }: Resolved,
  known: readonly Prerequisite[],
): readonly Prerequisite[] {
  const nodes = [cluster.head, ...cluster.groups.map((group) => group.node)];
  const variables = cluster.autoscaler?.environment ?? [];
  const { auth, gcs_fault_tolerance: tolerance } = options;
  const refers = nodes.some(
    ({ environment, volumes, accelerator }) =>
      environment.length + volumes.length > 0 || accelerator?.settings?.runtime_class != null,
  );
  const isPlain = !refers && countedPods === undefined && variables.length === 0;
  if (isPlain && auth == null && tolerance == null) return [];
  const found = new Map<string, Prerequisite>();
  const seen = new Set(known.map(({ kind, name }) => `${kind} ${name}`));
  const add: AddReference = (kind, name, reason) => {
    const key = `${kind} ${name}`;
    if (name == null || seen.has(key)) return;
    seen.add(key);
    found.set(key, { kind, name, reason });
  };
  for (const node of nodes) {
    const merged = countedPods?.get(node);
    if (merged === undefined) addNode(node, add);
    else addMergedReferences(merged.podSpec, add);
  }
  for (const variable of variables) addVariable(variable, add);
  if (auth?.mode === "token") add("Secret", auth.secret, "It contains the token of the cluster.");
  for (const value of [tolerance?.redis_username, tolerance?.redis_password]) {
    if (value == null || typeof value === "string") continue;
    add("Secret", value.secret, "It has the credentials for Redis.");
    add("ConfigMap", value.config_map, "It has the credentials for Redis.");
  }
  add("PersistentVolumeClaim", tolerance?.storage?.claim, "The head stores its state on it.");
  return [...found.values()];
}

function addNode({ environment, volumes, accelerator }: ClusterNode, add: AddReference): void {
  add("RuntimeClass", accelerator?.settings?.runtime_class, "Pods with the accelerator use it.");
  for (const variable of environment) addVariable(variable, add);
  for (const { config } of volumes) {
    add("PersistentVolumeClaim", config.claim, BY_VOLUMES);
    add("ConfigMap", config.config_map, BY_VOLUMES);
    add("Secret", config.secret, BY_VOLUMES);
  }
}

function addVariable({ value }: NodeVariable, add: AddReference): void {
  if (typeof value === "string" || value.optional === true) return;
  add("Secret", value.secret, BY_VARIABLES);
  add("ConfigMap", value.config_map, BY_VARIABLES);
}
