import { withoutV } from "../kuberay/version.ts";
import type { Resolved } from "../model/resolved.ts";
import { BY_PULLING } from "./merged-references.ts";
import type { Prerequisite } from "./plan.ts";
import { podAccounts } from "./pod-accounts.ts";
import { referredObjects } from "./referred-objects.ts";

/**
 * What must exist before the manifest is posted: KubeRay, the namespace, the service account, the pull secrets, and what
 * variables, volumes and options refer to.
 */
export function prerequisites(model: Resolved): readonly Prerequisite[] {
  const { namespace, settings, cluster } = model;
  const { image_pull_secrets: secrets } = settings.worker;
  const result: Prerequisite[] = [
    {
      kind: "CustomResourceDefinition",
      name: "rayclusters.ray.io",
      reason: `KubeRay ${withoutV(settings.kuberay_version)} serves RayClusters.`,
    },
    ...ownerDefinitions(model),
  ];
  if (namespace !== undefined) {
    const reason = "The cluster is created in it.";
    result.push({ kind: "Namespace", name: namespace, reason });
  }
  const accounts = podAccounts(model);
  const who = accounts.all.length === 1 ? "Head and workers run" : "Pods run";
  for (const name of accounts.all) {
    const manages = cluster.scales && name === accounts.head;
    const rights = manages ? "; KubeRay lets it manage the cluster's pods for the autoscaler" : "";
    result.push({ kind: "ServiceAccount", name, reason: `${who} under it${rights}.` });
  }
  for (const { name } of secrets) {
    result.push({ kind: "Secret", name, reason: BY_PULLING });
  }
  result.push(...referredObjects(model, result), ...ownerObjects(model));
  return result;
}

/** The kinds besides clusters that the manifest needs. A schedule makes RayJobs. */
function ownerDefinitions({ options, settings }: Resolved): readonly Prerequisite[] {
  const release = withoutV(settings.kuberay_version);
  const { job, service } = options;
  const kinds = [
    ...(job == null ? [] : ["RayJob"]),
    ...(job?.schedule == null ? [] : ["RayCronJob"]),
    ...(service == null ? [] : ["RayService"]),
  ];
  return kinds.map((kind) => ({
    kind: "CustomResourceDefinition",
    name: `${kind.toLowerCase()}s.ray.io`,
    reason: `KubeRay ${release} serves ${kind}s.`,
  }));
}

/** What a job or a service itself refers to. */
function ownerObjects({ options }: Resolved): readonly Prerequisite[] {
  const selected = options.job?.cluster_selector?.["ray.io/cluster"];
  const gateway = options.service?.upgrade?.gateway_class;
  const result: Prerequisite[] = [];
  if (selected !== undefined) {
    result.push({ kind: "RayCluster", name: selected, reason: "The job runs on it." });
  }
  if (gateway != null) {
    const reason = "The service's Gateway uses it.";
    result.push({ kind: "GatewayClass", name: gateway, reason });
  }
  return result;
}
