import type { Path } from "../diagnostics/path.ts";
import type { FieldName } from "../model/owner/field-names.ts";
import {
  jobFieldNames,
  scheduleFieldNames,
  serviceFieldNames,
  upgradeFieldNames,
} from "../model/owner/field-names.ts";
import { given, isScheduled, jobFields, selectsCluster } from "../model/owner/job-fields.ts";
import { serviceFields } from "../model/owner/service-fields.ts";
import type { JobConfig } from "../model/request/job.ts";
import type { ServiceConfig } from "../model/request/service.ts";
import type { BuildContext } from "./build-context.ts";
import type { RayClusterSpec } from "./ray-cluster.ts";
import type { RayCronJobSpec, RayJobSpec } from "./ray-job.ts";
import type { RayServiceSpec } from "./ray-service.ts";
import { submitterTemplate } from "./submitter-template.ts";
import type { Origin } from "./trace.ts";
import { filledBy, fromRequest } from "./trace.ts";

/** What an object says whose spec is put together here. */
export type OwnerBody =
  | { readonly kind: "RayJob"; readonly spec: RayJobSpec }
  | { readonly kind: "RayCronJob"; readonly spec: RayCronJobSpec }
  | { readonly kind: "RayService"; readonly spec: RayServiceSpec };

/** The object that makes the cluster, where the request has a job or a service. `cluster` makes the cluster's spec. */
export function ownerBody(
  context: BuildContext,
  cluster: () => RayClusterSpec,
): OwnerBody | undefined {
  const { job, service } = context.options;
  if (job != null) {
    if (!isScheduled(job)) return { kind: "RayJob", spec: jobSpec(context, job, cluster) };
    return { kind: "RayCronJob", spec: cronJobSpec(context, job, cluster) };
  }
  if (service == null) return undefined;
  return { kind: "RayService", spec: serviceSpec(context, service, cluster) };
}

function cronJobSpec(
  context: BuildContext,
  job: JobConfig,
  cluster: () => RayClusterSpec,
): RayCronJobSpec {
  const spec: RayCronJobSpec = {
    schedule: job.schedule ?? "",
    ...given("timeZone", job.time_zone),
    ...given("suspend", job.suspend),
    jobTemplate: jobSpec(context, job, cluster),
  };
  context.trace?.mark(spec, {
    ...origins(scheduleFieldNames, ["job"]),
    jobTemplate: fromRequest(["job"]),
  });
  return spec;
}

function jobSpec(context: BuildContext, job: JobConfig, cluster: () => RayClusterSpec): RayJobSpec {
  const fields: RayJobSpec = {
    ...jobFields(job),
    ...given("submitterPodTemplate", submitterTemplate(context, job)),
  };
  const spec: RayJobSpec = {
    ...inOrder(fields),
    ...given("managedBy", context.options.managed_by),
    ...(selectsCluster(job) ? {} : { rayClusterSpec: cluster() }),
  };
  context.trace?.mark(spec, {
    ...origins(jobFieldNames, ["job"]),
    managedBy: fromRequest(["managed_by"]),
    rayClusterSpec: fromRequest(["config"]),
  });
  if (spec.submitterConfig !== undefined) {
    context.trace?.mark(spec.submitterConfig, {
      backoffLimit: fromRequest(["job", "submitter", "retries"]),
    });
  }
  return spec;
}

/** The same fields as the table has them. */
function inOrder(fields: RayJobSpec): RayJobSpec {
  return Object.assign({}, ...jobFieldNames.map(([name]) => given(name, fields[name])));
}

function serviceSpec(
  context: BuildContext,
  service: ServiceConfig,
  cluster: () => RayClusterSpec,
): RayServiceSpec {
  const spec: RayServiceSpec = {
    ...serviceFields(service),
    ...given("managedBy", context.options.managed_by),
    rayClusterConfig: cluster(),
  };
  context.trace?.mark(spec, {
    ...origins(serviceFieldNames, ["service"]),
    managedBy: fromRequest(["managed_by"]),
    rayClusterConfig: fromRequest(["config"]),
  });
  const { upgradeStrategy: strategy } = spec;
  if (strategy !== undefined) {
    context.trace?.mark(strategy, { type: fromRequest(["service", "upgrade", "type"]) });
  }
  if (strategy?.clusterUpgradeOptions !== undefined) {
    context.trace?.mark(
      strategy.clusterUpgradeOptions,
      origins(upgradeFieldNames, ["service", "upgrade"]),
    );
  }
  return spec;
}

/** Maps that users fill lead on into the request. */
const FILLED: readonly string[] = Object.freeze(["metadata", "clusterSelector"]);

function origins(names: readonly FieldName[], path: Path): Readonly<Record<string, Origin>> {
  return Object.fromEntries(
    names.map(([manifest, request]) => [
      manifest,
      FILLED.includes(manifest)
        ? filledBy("request", [...path, request])
        : fromRequest([...path, request]),
    ]),
  );
}
