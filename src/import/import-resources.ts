import { ownField } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Draft } from "../manifest/draft.ts";
import type { NodeRequests, RayNodeConfig } from "../model/request/node-config.ts";
import { countOf } from "../quantity/whole-count.ts";
import { cpusOf, gibibytesOf } from "./exact-amounts.ts";
import type { ForeignGroup } from "./read-group.ts";

export type NodeDraft = Draft<RayNodeConfig> & { cpu: number; memory_gb: number };

/** What a node gets where the manifest says nothing: a request cannot be without. */
const UNSAID_CPU = 1;
const UNSAID_MEMORY_GIB = 1;

/** CPUs, memory and local disk of Ray's container: the limits, or what is requested where there is no limit. */
export function importResources({ limits, requests }: ForeignGroup): NodeDraft {
  const [cpuLimit, cpuRequest] = [
    cpusOf(ownField(limits, "cpu")),
    cpusOf(ownField(requests, "cpu")),
  ];
  const memory = [limits, requests].map((amounts) => gibibytesOf(ownField(amounts, "memory")));
  const [memoryLimit, memoryRequest] = memory;
  const cpu = cpuLimit ?? cpuRequest ?? UNSAID_CPU;
  const gibibytes = memoryLimit ?? memoryRequest ?? UNSAID_MEMORY_GIB;
  const node: NodeDraft = { cpu, memory_gb: gibibytes };
  const less: Draft<NodeRequests> = {};
  if (cpuRequest !== undefined && cpuRequest !== cpu) less.cpu = cpuRequest;
  if (memoryRequest !== undefined && memoryRequest !== gibibytes) less.memory_gb = memoryRequest;
  if (Object.keys(less).length > 0) node.requests = less;
  if (cpuLimit === undefined) node.limits = { cpu: null };
  node.ephemeral_storage_gb = gibibytesOf(deviceAmount({ limits, requests }, "ephemeral-storage"));
  return node;
}

/** The extended resources that Ray's container asks for, by whole number: keys with a domain, as devices have them. */
export function devicesOf(group: ForeignGroup): ReadonlyMap<string, number> {
  const keys = [...Object.keys(group.limits), ...Object.keys(group.requests)];
  const devices = new Map<string, number>();
  for (const key of keys) {
    const count = key.includes("/") ? countOf(deviceAmount(group, key)) : undefined;
    if (count !== undefined) devices.set(key, count);
  }
  return devices;
}

function deviceAmount(
  { limits, requests }: Pick<ForeignGroup, "limits" | "requests">,
  key: string,
): PlainData | undefined {
  return ownField(limits, key) ?? ownField(requests, key);
}
