import type { Path } from "../diagnostics/path.ts";
import type { RequestField } from "../kuberay/request-fields.ts";
import type { Cluster, WorkerGroup } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { RayField } from "../ray/field-releases.ts";
import { askOfOwner, managedByField } from "./owner-released-fields.ts";

/** A field of the request that not every release has, and where it stands. */
export interface Asked<Name> {
  readonly name: Name;
  readonly path: Path;
}

/** What a request asks of KubeRay, as far as not every release has it. Most requests ask for nothing of the kind. */
export function releasedFields(
  cluster: Cluster,
  options: Salvaged["options"],
): readonly Asked<RequestField>[] {
  const asked: Asked<RequestField>[] = [];
  addOptions(asked, options);
  if (cluster.autoscaler?.version === "v2") asked.push({ name: "autoscalerV2", path: VERSION });
  for (const group of cluster.groups) addGroup(asked, group);
  return asked;
}

const VERSION: Path = Object.freeze(["config", "autoscaler_config", "version"]);

function addOptions(asked: Asked<RequestField>[], options: Salvaged["options"]): void {
  const { head_service, auth, gcs_fault_tolerance: tolerance } = options;
  const ask = (name: RequestField, ...path: Path) => asked.push({ name, path });
  askOfOwner(options, ask);
  if (options.suspend != null) ask("suspend", "suspend");
  if (options.managed_by != null) ask(managedByField(options), "managed_by");
  if (options.upgrade_strategy != null) ask("upgradeStrategy", "upgrade_strategy");
  if (options.network_policy != null) ask("networkPolicy", "network_policy");
  if (options.tls != null) ask("tls", "tls");
  if (head_service != null) {
    const { annotations, labels, name } = head_service;
    if (isFull(annotations)) ask("headServiceAnnotations", "head_service", "annotations");
    if (isFull(labels)) ask("headServiceLabels", "head_service", "labels");
    if (name != null) ask("headServiceName", "head_service", "name");
  }
  if (auth != null) {
    const { mode, secret, kubernetes_tokens: tokens } = auth;
    if (mode != null || secret != null || tokens != null) ask("authentication", "auth");
    if (secret != null) ask("authenticationSecret", "auth", "secret");
    if (tokens != null) ask("kubernetesTokens", "auth", "kubernetes_tokens");
  }
  if (tolerance != null) {
    const { backend, redis_username: user } = tolerance;
    if (backend === "rocksdb") ask("gcsBackend", "gcs_fault_tolerance", "backend");
    if (user != null) ask("redisUsername", "gcs_fault_tolerance", "redis_username");
  }
}

function addGroup(asked: Asked<RequestField>[], group: WorkerGroup): void {
  const { hosts, idleTimeoutSeconds, priority, suspend, path } = group;
  const ask = (name: RequestField, field: string) => asked.push({ name, path: [...path, field] });
  if (hosts > 1) asked.push({ name: "hosts", path: group.hostsPath });
  if (idleTimeoutSeconds !== undefined) ask("groupIdleTimeout", "idle_timeout_seconds");
  if (suspend) ask("groupSuspend", "suspend");
  if (priority !== 0) ask("priority", "priority");
}

/** What a request asks of Ray, as far as not every version has it. */
export function rayFields(
  cluster: Cluster,
  options: Salvaged["options"],
): readonly Asked<RayField>[] {
  const { auth, gcs_fault_tolerance: tolerance } = options;
  const asked: Asked<RayField>[] = [];
  if (auth?.mode === "token") asked.push({ name: "tokens", path: ["auth", "mode"] });
  if (auth?.kubernetes_tokens === true) {
    asked.push({ name: "kubernetesTokens", path: ["auth", "kubernetes_tokens"] });
  }
  if (tolerance?.redis_username != null) {
    asked.push({ name: "redisUsername", path: ["gcs_fault_tolerance", "redis_username"] });
  }
  if (cluster.autoscaler?.version === "v2") asked.push({ name: "autoscalerV2", path: VERSION });
  for (const { priority, path, hosts, hostsPath, minWorkers, maxWorkers } of cluster.groups) {
    if (hosts > 1 && maxWorkers > minWorkers) asked.push({ name: "scalingHosts", path: hostsPath });
    if (priority !== 0) asked.push({ name: "priority", path: [...path, "priority"] });
  }
  return asked;
}

function isFull(map: object | null | undefined): boolean {
  return map != null && Object.keys(map).length > 0;
}
