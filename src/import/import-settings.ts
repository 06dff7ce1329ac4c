import {
  isObject,
  ownField,
  ownInteger,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { canonicalText } from "../diff/compare/canonical-text.ts";
import type { ResolvedSettings } from "../model/settings/settings.ts";
import { texts } from "./import-cluster-options.ts";
import type { ImportedNode } from "./import-node.ts";
import type { NodeDraft } from "./import-resources.ts";

/** The settings as they are being made. */
export interface SettingsDraft {
  kuberay_version?: string;
  readonly ray: Record<string, PlainData>;
  readonly worker: Record<string, PlainData>;
}

/**
 * What the pods say of where and as what they run, where all of a kind agree; and which of our additions they lack.
 *
 * @param isPinned whether the compiler may hold Ray to its autoscaler as it does by itself
 */
export function importSettings(
  nodes: readonly ImportedNode[],
  { isPinned }: { readonly isPinned: boolean },
): SettingsDraft {
  const settings: SettingsDraft = { ray: {}, worker: {} };
  addDevices(nodes, settings);
  for (const prefix of ["gpu", "non_gpu"] as const) {
    const kind = nodes.filter(({ node }) => (prefix === "gpu") === (node.gpu_count !== undefined));
    addPlacement(
      kind.filter(({ node }) => node.accelerator === undefined),
      prefix,
      settings,
    );
  }
  addConventions(nodes, isPinned, settings);
  addIdentity(nodes, settings);
  return settings;
}

/** Counts devices as settings that are there already name them. */
export function useSettings(nodes: readonly ImportedNode[], { ray }: ResolvedSettings): void {
  const gpuKey = ray.supports_gpus ? ray.gpu_resource_request_key : undefined;
  const names = new Map(
    Object.entries(ray.accelerators).map(([name, { resource }]) => [resource ?? "", name]),
  );
  for (const { group, node, devices } of nodes) {
    // Without a key nothing but Ray counts GPUs, and a node has one at most.
    const isUncounted = ray.supports_gpus && gpuKey == null && devices.size === 0;
    if (isUncounted && ownText(group.params, "num-gpus") === "1") node.gpu_count = 1;
    for (const [key, count] of devices) {
      const name = names.get(key);
      if (key === gpuKey) node.gpu_count = count;
      else if (name !== undefined && node.accelerator === undefined)
        useAccelerator(node, name, count);
    }
  }
}

function useAccelerator(node: NodeDraft, name: string, count: number): void {
  node.accelerator = name;
  if (count !== 1) node.accelerator_count = count;
}

/**
 * GPUs count as such where every node without one says num-gpus 0, as the compiler does for deployments with GPUs;
 * whatever else has a count is an accelerator.
 */
function addDevices(nodes: readonly ImportedNode[], { ray }: SettingsDraft): void {
  const keys = new Set(nodes.flatMap(({ devices }) => [...devices.keys()]));
  const gpuKeys = [...keys].filter((key) => key.endsWith("gpu"));
  const gpuKey = gpuKeys.length === 1 ? gpuKeys[0] : undefined;
  const without = nodes.filter(({ devices }) => gpuKey === undefined || !devices.has(gpuKey));
  const hidesGpus = without.every(({ group }) => ownText(group.params, "num-gpus") === "0");
  if (gpuKey !== undefined && hidesGpus) {
    ray.supports_gpus = true;
    ray.gpu_resource_request_key = gpuKey;
    for (const { node, devices } of nodes) node.gpu_count = devices.get(gpuKey);
    keys.delete(gpuKey);
  } else if (keys.size === 0 && hidesGpus) ray.supports_gpus = true;
  const accelerators: Record<string, PlainData> = {};
  for (const key of keys) {
    const name = acceleratorName(key, accelerators);
    const users = nodes.filter(
      ({ node, devices }) =>
        devices.has(key) && node.accelerator === undefined && node.gpu_count === undefined,
    );
    if (users.length === 0) continue;
    accelerators[name] = { resource: key, ...placementOf(users) };
    for (const { node, devices } of users) {
      useAccelerator(node, name, devices.get(key) ?? 1);
    }
  }
  // What is empty is left out in the end.
  ray.accelerators = accelerators;
}

/** `tpu` of google.com/tpu; a number behind it where that is taken. */
function acceleratorName(key: string, taken: object): string {
  const base = key
    .slice(key.indexOf("/") + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  let name = base;
  for (let number = 2; Object.hasOwn(taken, name); number++) name = `${base}-${number}`;
  return name;
}

function placementOf(nodes: readonly ImportedNode[]): PlainObject {
  const selector = common(nodes, "nodeSelector");
  const tolerations = common(nodes, "tolerations");
  return {
    ...(isObject(selector) ? { node_selector: texts(selector) ?? {} } : {}),
    ...(tolerations === undefined ? {} : { tolerations }),
  };
}

function addPlacement(
  nodes: readonly ImportedNode[],
  prefix: "gpu" | "non_gpu",
  { ray }: SettingsDraft,
): void {
  for (const [key, value] of Object.entries(placementOf(nodes))) ray[`${prefix}_${key}`] = value;
}

/** A field of the pod spec that all of them have alike; undefined where they differ, or where nothing is in it. */
function common(nodes: readonly ImportedNode[], key: string): PlainData | undefined {
  const [first, ...others] = nodes.map(({ group }) => ownField(group.podSpec, key));
  if (first === undefined || canonicalText(first) === "[]" || canonicalText(first) === "{}")
    return undefined;
  const text = canonicalText(first);
  return others.every((other) => other !== undefined && canonicalText(other) === text)
    ? first
    : undefined;
}

const STOP = canonicalText({ preStop: { exec: { command: ["/bin/sh", "-c", "ray stop"] } } });

function addConventions(
  nodes: readonly ImportedNode[],
  isPinned: boolean,
  { ray }: SettingsDraft,
): void {
  const [head] = nodes;
  if (head === undefined) return;
  const off: Record<string, PlainData> = {};
  if (!nodes.every(({ hasLogVolume }) => hasLogVolume)) off.log_volume = false;
  if (head.env.RAY_LOG_TO_STDERR !== "1") off.log_to_stderr = false;
  const stops = nodes.every(
    ({ group }) => canonicalText(ownObject(group.ray, "lifecycle")) === STOP,
  );
  if (!stops) off.stop_before_exit = false;
  if (!namesAllPorts(head)) off.name_head_ports = false;
  if (!isPinned) off.pin_autoscaler = false;
  ray.conventions = off;
}

const PORTS = Object.freeze(["client:10001", "dashboard:8265", "gcs-server:6379", "serve:8000"]);

function namesAllPorts({ group }: ImportedNode): boolean {
  const ports = ownList(group.ray, "ports");
  const names = ports.map(
    (port) => `${ownText(port, "name")}:${ownInteger(port, "containerPort")}`,
  );
  return canonicalText(names.sort()) === canonicalText([...PORTS]);
}

function addIdentity(nodes: readonly ImportedNode[], { worker }: SettingsDraft): void {
  const accounts = new Set(
    nodes.flatMap(({ group }) => ownText(group.podSpec, "serviceAccountName") || []),
  );
  const [account] = accounts;
  if (account !== undefined && accounts.size === 1) worker.service_account = { name: account };
  const secrets = common(nodes, "imagePullSecrets");
  if (secrets !== undefined) worker.image_pull_secrets = secrets;
}
