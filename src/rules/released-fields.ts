import type { Path } from "../diagnostics/path.ts";
import type { RequestField } from "../kuberay/request-fields.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Loose } from "../model/loose.ts";
import { hasUpgradeOptions } from "../model/owner/service-fields.ts";
import type { JobConfig } from "../model/request/job.ts";
import type { ServiceConfig } from "../model/request/service.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { RayField } from "../ray/field-releases.ts";

/** A field of the request that not every release has, and where it stands. */
export interface Asked<Name> {
  readonly name: Name;
  readonly path: Path;
}

/** What a request asks of KubeRay, as far as not every release has it. */
export function releasedFields(
  cluster: Cluster,
  options: Salvaged["options"],
): readonly Asked<RequestField>[] {
  const { head_service, auth, gcs_fault_tolerance: tolerance } = options;
  const asked: Asked<RequestField>[] = [];
  const ask = (name: RequestField, isAsked: boolean, ...path: Path) => {
    if (isAsked) asked.push({ name, path });
  };
  ask("headServiceAnnotations", isFull(head_service?.annotations), "head_service", "annotations");
  ask("headServiceLabels", isFull(head_service?.labels), "head_service", "labels");
  ask("suspend", options.suspend != null, "suspend");
  const { job, service } = options;
  const owner = job != null ? "job" : service != null ? "service" : undefined;
  const managedBy = owner === undefined ? "managedBy" : (`${owner}ManagedBy` as const);
  ask(managedBy, options.managed_by != null, "managed_by");
  ask("upgradeStrategy", options.upgrade_strategy != null, "upgrade_strategy");
  const isAuthenticated =
    auth?.mode != null || auth?.kubernetes_tokens != null || auth?.secret != null;
  ask("authentication", isAuthenticated, "auth");
  ask("authenticationSecret", auth?.secret != null, "auth", "secret");
  ask("kubernetesTokens", auth?.kubernetes_tokens != null, "auth", "kubernetes_tokens");
  const isRocksdb = tolerance?.backend === "rocksdb";
  ask("gcsBackend", isRocksdb, "gcs_fault_tolerance", "backend");
  const hasUser = tolerance?.redis_username != null;
  ask("redisUsername", hasUser, "gcs_fault_tolerance", "redis_username");
  ask("networkPolicy", options.network_policy != null, "network_policy");
  ask("tls", options.tls != null, "tls");
  if (job != null) askOfJob(job, ask);
  if (service != null) askOfService(service, ask);
  const { autoscaler } = cluster;
  const isV2 = autoscaler?.version === "v2";
  ask("autoscalerV2", isV2, "config", "autoscaler_config", "version");
  for (const group of cluster.groups) {
    ask("hosts", group.hosts > 1, ...group.path, "hosts");
    const hasTimeout = group.idleTimeoutSeconds !== undefined;
    ask("groupIdleTimeout", hasTimeout, ...group.path, "idle_timeout_seconds");
    ask("groupSuspend", group.suspend, ...group.path, "suspend");
    ask("priority", group.priority !== 0, ...group.path, "priority");
  }
  return asked;
}

type Ask = (name: RequestField, isAsked: boolean, ...path: Path) => void;

function askOfJob(job: Loose<JobConfig>, ask: Ask): void {
  const { submitter } = job;
  const asksPod =
    submitter?.image != null || submitter?.cpu != null || submitter?.memory_gb != null;
  ask("runtimeEnvironment", job.runtime_env != null, "job", "runtime_env");
  ask("submissionMode", job.submission_mode != null, "job", "submission_mode");
  ask("submitter", asksPod, "job", "submitter");
  ask("submitterRetries", submitter?.retries != null, "job", "submitter", "retries");
  ask("activeDeadline", job.active_deadline_seconds != null, "job", "active_deadline_seconds");
  const hasPreRunning = job.pre_running_deadline_seconds != null;
  ask("preRunningDeadline", hasPreRunning, "job", "pre_running_deadline_seconds");
  ask("jobRetries", job.retries != null, "job", "retries");
  ask("jobSuspend", job.suspend != null && job.schedule == null, "job", "suspend");
  ask("entrypointCpus", job.entrypoint_cpus != null, "job", "entrypoint_cpus");
  ask("entrypointGpus", job.entrypoint_gpus != null, "job", "entrypoint_gpus");
  ask("entrypointResources", isFull(job.entrypoint_resources), "job", "entrypoint_resources");
  ask("schedule", job.schedule != null, "job", "schedule");
  ask("timeZone", job.time_zone != null, "job", "time_zone");
}

function askOfService(service: Loose<ServiceConfig>, ask: Ask): void {
  const { upgrade } = service;
  ask("serveConfig", service.serve_config != null, "service", "serve_config");
  ask("serviceUpgrade", upgrade?.type != null, "service", "upgrade", "type");
  ask("upgradeOptions", hasUpgradeOptions(upgrade), "service", "upgrade");
  const hasDelay = service.deletion_delay_seconds != null;
  ask("deletionDelay", hasDelay, "service", "deletion_delay_seconds");
  const excludes = service.exclude_head_from_serving != null;
  ask("excludeHead", excludes, "service", "exclude_head_from_serving");
  ask("serviceSuspend", service.suspend != null, "service", "suspend");
}

/** What a request asks of Ray, as far as not every version has it. */
export function rayFields(
  cluster: Cluster,
  options: Salvaged["options"],
): readonly Asked<RayField>[] {
  const { auth, gcs_fault_tolerance: tolerance } = options;
  const asked: Asked<RayField>[] = [];
  const ask = (name: RayField, isAsked: boolean, ...path: Path) => {
    if (isAsked) asked.push({ name, path });
  };
  ask("tokens", auth?.mode === "token", "auth", "mode");
  ask("kubernetesTokens", auth?.kubernetes_tokens === true, "auth", "kubernetes_tokens");
  const hasUser = tolerance?.redis_username != null;
  ask("redisUsername", hasUser, "gcs_fault_tolerance", "redis_username");
  const isV2 = cluster.autoscaler?.version === "v2";
  ask("autoscalerV2", isV2, "config", "autoscaler_config", "version");
  for (const { priority, path } of cluster.groups)
    ask("priority", priority !== 0, ...path, "priority");
  return asked;
}

function isFull(map: object | null | undefined): boolean {
  return map != null && Object.keys(map).length > 0;
}
