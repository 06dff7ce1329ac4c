import type { OwnerNames } from "../kuberay/owner-names.ts";
import { jobNames, serviceNames } from "../kuberay/owner-names.ts";
import { headServiceName } from "../kuberay/service-name.ts";
import { isScheduled, selectsCluster } from "../model/owner/job-fields.ts";
import type { Resolved } from "../model/resolved.ts";
import type { Addresses } from "./plan.ts";

/** What is called how, as far as it is known before KubeRay makes it. */
export interface PlanNames extends OwnerNames {
  /** The name of the RayCluster, in the label that all of its pods have. */
  readonly cluster?: string;
}

export function planNames(model: Resolved): PlanNames {
  const { name, release, kuberayVersion, options } = model;
  const { job, service } = options;
  if (job != null && selectsCluster(job)) {
    const cluster = job.cluster_selector?.["ray.io/cluster"] ?? "";
    return { cluster, headService: headServiceName(cluster, release) };
  }
  if (job != null) return isScheduled(job) ? {} : jobNames(name, kuberayVersion);
  if (service != null) {
    const isIncremental = service.upgrade?.type === "NewClusterWithIncrementalUpgrade";
    return serviceNames(name, release, kuberayVersion, isIncremental);
  }
  return {
    cluster: name,
    headService: headServiceName(name, release, options.head_service?.name),
  };
}

/** The addresses of the head Service, and of the one for requests where there is one. */
export function planAddresses(
  { headService, serveService }: PlanNames,
  namespace: string | undefined,
): Addresses | undefined {
  if (headService === undefined) return undefined;
  const client = (host: string) => `ray://${host}:10001`;
  const dashboard = (host: string) => `http://${host}:8265`;
  const serve = (host: string) => `http://${host}:8000`;
  const addresses: Addresses = {
    client: client(headService),
    dashboard: dashboard(headService),
    ...(serveService === undefined ? {} : { serve: serve(serveService) }),
  };
  if (namespace === undefined) return addresses;
  const full = (host: string) => `${host}.${namespace}.svc.cluster.local`;
  return {
    client: addresses.client,
    client_fully_qualified: client(full(headService)),
    dashboard: addresses.dashboard,
    dashboard_fully_qualified: dashboard(full(headService)),
    ...(serveService === undefined
      ? {}
      : { serve: serve(serveService), serve_fully_qualified: serve(full(serveService)) }),
  };
}
