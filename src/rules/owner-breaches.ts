import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { noFeatureGates } from "../kuberay/feature-gates.ts";
import { KAI_QUEUE_LABEL } from "../kuberay/kai.ts";
import { findBreaches } from "../kuberay/laws/find-breaches.ts";
import { jobCluster } from "../kuberay/laws/job-cluster.ts";
import { kueue } from "../kuberay/laws/kueue.ts";
import type { Law } from "../kuberay/laws/law.ts";
import { ownerName } from "../kuberay/laws/owner-name.ts";
import { schedulingLabels } from "../kuberay/laws/scheduling-labels.ts";
import { serveConfig } from "../kuberay/laws/serve-config.ts";
import { submissionMode } from "../kuberay/laws/submission-mode.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { given, isScheduled, jobFields, selectsCluster } from "../model/owner/job-fields.ts";
import { serviceFields } from "../model/owner/service-fields.ts";
import type { Salvaged } from "../model/resolved.ts";
import { fractionOf } from "./claimed-devices.ts";
import { ownerLaws } from "./owner-laws.ts";
import { inRequest } from "./owner-places.ts";

/** Those that a request for a cluster alone can break. */
const CLUSTER_LAWS: readonly Law[] = Object.freeze([kueue, schedulingLabels]);

/**
 * What the operator refuses in, or makes of, the job or the service of a request, and what schedulers make of the labels of
 * any request: the laws of manifests, at places of the request.
 */
export function ownerBreaches(model: Salvaged): readonly Finding[] {
  const { kuberayVersion, options, name } = model;
  const { job, service } = options;
  if (kuberayVersion === undefined || (job != null && service != null)) return [];
  const owner = job != null ? "job" : service != null ? "service" : undefined;
  const view = viewManifest(sketch(model));
  if (view === undefined) return [];
  const all = owner === undefined ? CLUSTER_LAWS : ownerLaws;
  // A name that is missing or refused is told elsewhere.
  const laws = name === "" ? all.filter((law) => law !== ownerName) : all;
  return findBreaches(view, { kuberay: kuberayVersion, gates: noFeatureGates }, laws)
    .map((finding) => (GRAVE.includes(finding.code) ? asGrave(finding) : finding))
    .map((finding) => inRequest(finding, owner))
    .filter((finding) => !TOLD_ELSEWHERE.some(([code, path]) => isAt(finding, code, path)));
}

/**
 * KubeRay makes the cluster all the same of a service with nothing to serve, which is never ready, and of a job whose mode it
 * does not know, which nobody submits; older releases retry a job on a selected cluster, and delete that. A request that asks
 * for any of these is wrong.
 */
const GRAVE: readonly string[] = Object.freeze([
  serveConfig.code,
  submissionMode.code,
  jobCluster.code,
]);

function asGrave(finding: Finding): Finding {
  return { ...finding, severity: "error" };
}

/** Kueue and autoscaling: the law kueue-autoscaling of requests. A label that nothing reads: key-without-effect. */
const TOLD_ELSEWHERE: readonly (readonly [code: string, path: Path])[] = Object.freeze([
  ["kueue", ["config"]],
  ["scheduling-labels", ["labels", "ray.io/scheduler-name"]],
]);

function isAt(finding: Finding, code: string, path: Path): boolean {
  return finding.code === code && formatPath(finding.path) === formatPath(path);
}

/** As much of the manifest as the laws read. */
function sketch(model: Salvaged): PlainObject {
  const { name, labels, annotations, options, cluster, rayVersionText } = model;
  const metadata = { name, ...given("labels", labels), ...given("annotations", annotations) };
  const { job, service } = options;
  const tokens = options.auth?.kubernetes_tokens;
  const spec = {
    ...given("rayVersion", rayVersionText),
    ...given("authOptions", tokens == null ? undefined : { enableK8sTokenAuth: tokens }),
    // Where the cluster is not known, nothing is said of what it lacks.
    enableInTreeAutoscaling: cluster?.scales ?? true,
    ...(cluster === undefined ? {} : { headGroupSpec: podSketch(cluster.head, model) }),
    workerGroupSpecs: (cluster?.groups ?? []).map((group) => ({
      groupName: group.name,
      ...podSketch(group.node, model),
    })),
  };
  const managedBy = given("managedBy", options.managed_by);
  if (job == null && service == null) {
    const body = { ...spec, ...managedBy, ...given("suspend", options.suspend) };
    return plain({ kind: "RayCluster", metadata, spec: body });
  }
  if (job == null) {
    const body = { ...serviceFields(service ?? {}), ...managedBy, rayClusterConfig: spec };
    return plain({ kind: "RayService", metadata, spec: body });
  }
  const body = {
    ...jobFields(job),
    ...managedBy,
    ...given("submitterPodTemplate", job.submitter == null ? undefined : {}),
    ...options.job_template,
    ...(selectsCluster(job) ? {} : { rayClusterSpec: spec }),
  };
  if (!isScheduled(job)) return plain({ kind: "RayJob", metadata, spec: body });
  const schedule = {
    ...given("schedule", job.schedule),
    ...given("timeZone", job.time_zone),
    ...given("suspend", job.suspend),
  };
  return plain({ kind: "RayCronJob", metadata, spec: { ...schedule, jobTemplate: body } });
}

/** What tells that pods are for the KAI scheduler, and in which queue. */
function podSketch(node: ClusterNode, model: Salvaged): object {
  const fraction = fractionOf(node, model);
  if (fraction === undefined) return {};
  const annotations = { [fraction.key]: "" };
  const labels = hasLabel(node, KAI_QUEUE_LABEL, model) ? { [KAI_QUEUE_LABEL]: "" } : {};
  return { template: { metadata: { annotations, labels } } };
}

function hasLabel(node: ClusterNode, key: string, { countedPods }: Salvaged): boolean {
  const given = [node.labels, node.placement.labels, node.accelerator?.settings?.labels ?? {}];
  return (
    given.some((labels) => Object.hasOwn(labels, key)) ||
    countedPods?.get(node)?.placeOf(["metadata", "labels", key]) !== undefined
  );
}

/** Plain data of it, which is what laws read. */
function plain(value: object): PlainObject {
  return JSON.parse(JSON.stringify(value));
}
