import type { Finding } from "../diagnostics/diagnostic.ts";
import { ownObject, ownText } from "../diagnostics/own-field.ts";
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
import { hasUnclearBounds } from "./has-unclear-bounds.ts";
import { ownerLaws } from "./owner-laws.ts";
import { inRequest } from "./owner-places.ts";
import { schedulerOf } from "./scheduler-of.ts";

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
  const all = owner === undefined ? CLUSTER_LAWS : ownerLaws;
  // A name that is missing or refused is told elsewhere.
  const laws = name === "" ? all.filter((law) => law !== ownerName) : all;
  const target = { kuberay: kuberayVersion, gates: noFeatureGates };
  const found = possibleScaling(model).map((autoscales) => {
    const view = viewManifest(sketch(model, autoscales));
    return view === undefined ? [] : findBreaches(view, target, laws);
  });
  return inAll(found)
    .map((finding) => (GRAVE.includes(finding.code) ? asGrave(finding) : finding))
    .map((finding) => inRequest(finding, owner))
    .filter((finding) => !isToldElsewhere(finding));
}

/** Whether the cluster autoscales; either way where nobody knows what was meant. */
function possibleScaling({ cluster }: Salvaged): readonly boolean[] {
  if (cluster?.scales === true) return [true];
  return cluster === undefined || hasUnclearBounds(cluster) ? [true, false] : [false];
}

/** What is found every time. */
function inAll([first = [], ...others]: readonly (readonly Finding[])[]): readonly Finding[] {
  const found = others.map((findings) => new Set(findings.map(identity)));
  return first.filter((finding) => found.every((known) => known.has(identity(finding))));
}

function identity({ code, path, message }: Finding): string {
  return JSON.stringify([code, path, message]);
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

/**
 * Kueue and autoscaling: the law kueue-autoscaling of requests. A group that is called head: group-name-taken. A label that
 * nothing reads: key-without-effect.
 */
const TOLD_ELSEWHERE: readonly (readonly [code: string, place: RegExp])[] = Object.freeze([
  ["kueue", /^config(?:\.scaling_groups\[\d+\]\.name)?$/],
  ["scheduling-labels", /^labels\["ray\.io\/scheduler-name"\]$/],
]);

function isToldElsewhere({ code, path }: Finding): boolean {
  return TOLD_ELSEWHERE.some(([own, place]) => own === code && place.test(formatPath(path)));
}

/** As much of the manifest as the laws read. */
function sketch(model: Salvaged, autoscales: boolean): PlainObject {
  const { name, labels, annotations, options, cluster, rayVersionText } = model;
  const metadata = { name, ...given("labels", labels), ...given("annotations", annotations) };
  const { job, service } = options;
  const tokens = options.auth?.kubernetes_tokens;
  const spec = {
    ...given("rayVersion", rayVersionText),
    ...given("authOptions", tokens == null ? undefined : { enableK8sTokenAuth: tokens }),
    enableInTreeAutoscaling: autoscales,
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
  const schedulerName = schedulerOf(node, model);
  if (fraction === undefined && schedulerName === undefined) return {};
  const annotations = fraction === undefined ? {} : { [fraction.key]: "" };
  const labels = hasLabel(node, KAI_QUEUE_LABEL, model) ? { [KAI_QUEUE_LABEL]: "" } : {};
  const spec = given("schedulerName", schedulerName);
  return { template: { metadata: { annotations, labels }, spec } };
}

/** From the cluster, pods have it from KubeRay. */
function hasLabel(node: ClusterNode, key: string, model: Salvaged): boolean {
  const given = [node.labels, node.placement.labels, node.accelerator?.settings?.labels ?? {}];
  return (
    given.some((labels) => Object.hasOwn(labels, key)) ||
    model.countedPods?.get(node)?.placeOf(["metadata", "labels", key]) !== undefined ||
    ownText(templateLabels(model), key) !== undefined
  );
}

/** What the request's template adds to the cluster's own labels. The cluster of a job or a service has none of them. */
function templateLabels({ options }: Salvaged): PlainObject {
  const { cluster_template, job, service } = options;
  const isCluster = job == null && service == null;
  return ownObject(ownObject(isCluster ? (cluster_template ?? {}) : {}, "metadata"), "labels");
}

/** Plain data of it, which is what laws read. */
function plain(value: object): PlainObject {
  return JSON.parse(JSON.stringify(value));
}
