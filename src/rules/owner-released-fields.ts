import type { Path } from "../diagnostics/path.ts";
import type { RequestField } from "../kuberay/request-fields.ts";
import type { Loose } from "../model/loose.ts";
import { hasUpgradeOptions } from "../model/owner/service-fields.ts";
import type { JobConfig } from "../model/request/job.ts";
import type { ServiceConfig } from "../model/request/service.ts";
import type { Salvaged } from "../model/resolved.ts";

/** What a job or a service asks of KubeRay, as far as not every release has it. */
export function askOfOwner({ job, service }: Salvaged["options"], found: Found): void {
  const ask: Ask = (name, isAsked, ...path) => {
    if (isAsked) found(name, ...path);
  };
  if (job != null) askOfJob(job, ask);
  if (service != null) askOfService(service, ask);
}

/** By which field of the manifest the request's `managed_by` is known. */
export function managedByField({ job, service }: Salvaged["options"]): RequestField {
  if (job != null) return "jobManagedBy";
  return service != null ? "serviceManagedBy" : "managedBy";
}

type Found = (name: RequestField, ...path: Path) => void;
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

function isFull(map: object | null | undefined): boolean {
  return map != null && Object.keys(map).length > 0;
}
