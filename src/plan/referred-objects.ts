import type { ClusterNode, NodeVariable } from "../model/cluster.ts";
import type { Resolved } from "../model/resolved.ts";
import type { Prerequisite } from "./plan.ts";

const BY_VARIABLES = "A variable of the pods gets its value from it.";
const BY_VOLUMES = "The pods mount it.";

/** Objects that variables, volumes and options of the request refer to, each once; pods wait for what is missing. */
export function referredObjects({ cluster, options }: Resolved): readonly Prerequisite[] {
  const nodes = [cluster.head, ...cluster.groups.map((group) => group.node)];
  const variables = cluster.autoscaler?.environment ?? [];
  const { auth, gcs_fault_tolerance: tolerance } = options;
  const refers = nodes.some(
    ({ environment, volumes, accelerator }) =>
      environment.length + volumes.length > 0 || accelerator?.settings?.runtime_class != null,
  );
  if (!refers && variables.length === 0 && auth == null && tolerance == null) return [];
  const found = new Map<string, Prerequisite>();
  const add = (kind: Prerequisite["kind"], name: string | null | undefined, reason: string) => {
    const key = `${kind} ${name}`;
    if (name != null && !found.has(key)) found.set(key, { kind, name, reason });
  };
  for (const node of nodes) addNode(node, add);
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

type Add = (kind: Prerequisite["kind"], name: string | null | undefined, reason: string) => void;

function addNode({ environment, volumes, accelerator }: ClusterNode, add: Add): void {
  add("RuntimeClass", accelerator?.settings?.runtime_class, "Pods with the accelerator use it.");
  for (const variable of environment) addVariable(variable, add);
  for (const { config } of volumes) {
    add("PersistentVolumeClaim", config.claim, BY_VOLUMES);
    add("ConfigMap", config.config_map, BY_VOLUMES);
    add("Secret", config.secret, BY_VOLUMES);
  }
}

function addVariable({ value }: NodeVariable, add: Add): void {
  if (typeof value === "string" || value.optional === true) return;
  add("Secret", value.secret, BY_VARIABLES);
  add("ConfigMap", value.config_map, BY_VARIABLES);
}
