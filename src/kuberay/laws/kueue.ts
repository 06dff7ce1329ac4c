import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { ELASTIC_ANNOTATION, MULTIKUEUE, QUEUE_LABEL } from "../kueue.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Kueue
 *
 * What waits in a queue of Kueue has no autoscaling unless it is an elastic job, no worker group called head and not too
 * many groups, and leaves suspend to Kueue; MultiKueue takes no elastic job that autoscales. A RayJob in a queue shuts its cluster down and brings its own.
 * The name of a queue is that of an object, and no other scheduler queues the pods once more.
 *
 * See kueue's pkg/controller/jobs/raycluster/raycluster_webhook.go and rayjob/rayjob_webhook.go, v0.6.0 to v0.19.2.
 */
export const kueue: Law = defineLaw({
  code: "kueue",
  severity: "warning",
  kinds: ["RayCluster", "RayJob", "RayService"],
  since: "1.1",
  *check(view) {
    const queue = ownField(view.labels, QUEUE_LABEL);
    if (typeof queue !== "string" || queue === "") return;
    const related = [
      { path: ["metadata", "labels", QUEUE_LABEL], message: "the queue is named here" },
    ];
    yield* queueBreaches(view, queue);
    for (const breach of [...clusterBreaches(view), ...jobBreaches(view)])
      yield { ...breach, related };
  },
});

/** Labels of queues that batch schedulers read. */
const OTHER_QUEUES: readonly (readonly [label: string, scheduler: string])[] = Object.freeze([
  ["volcano.sh/queue-name", "Volcano"],
  ["yunikorn.apache.org/queue", "YuniKorn"],
]);

function* queueBreaches({ labels }: ManifestView, queue: string): Iterable<Breach> {
  const problem = dns1123SubdomainProblem(queue);
  if (problem !== undefined) {
    yield {
      path: ["metadata", "labels", QUEUE_LABEL],
      message: `Kueue refuses the queue name ${showText(queue)}. ${problem}`,
      hint: "Use the name of a LocalQueue in the namespace.",
    };
  }
  for (const [label, scheduler] of OTHER_QUEUES) {
    if (ownField(labels, label) === undefined) continue;
    yield {
      path: ["metadata", "labels", label],
      target: "key",
      message: `Kueue admits the cluster, and then ${scheduler} queues its pods once more.`,
      hint: `Remove ${label}, or ${QUEUE_LABEL}.`,
    };
  }
}

function* clusterBreaches({ annotations, cluster, kind, spec }: ManifestView): Iterable<Breach> {
  const isElastic = ownField(annotations, ELASTIC_ANNOTATION) === "true";
  if (cluster?.autoscales === true && !isElastic) {
    yield {
      path: [...cluster.path, "enableInTreeAutoscaling"],
      message: "Kueue refuses autoscaling in its queues, except for elastic jobs.",
      hint: `Turn autoscaling off, or write the annotation ${ELASTIC_ANNOTATION}: "true" if Kueue is 0.14 or later and elastic jobs are on.`,
    };
  }
  const isSentAway = kind === "RayCluster" && ownField(spec, "managedBy") === MULTIKUEUE;
  if (cluster?.autoscales === true && isElastic && isSentAway) {
    yield {
      path: ["spec", "managedBy"],
      message:
        "Kueue 0.19 refuses an elastic job that autoscales and that MultiKueue sends to another cluster.",
      hint: "Turn autoscaling off, or remove managedBy.",
    };
  }
  for (const group of cluster?.workers ?? []) {
    if (group.name !== "head") continue;
    yield {
      path: [...group.path, "groupName"],
      message:
        "Kueue uses the name head for the head's pods, so it refuses a worker group with that name.",
      hint: "Choose another name.",
    };
  }
  if (kind === "RayCluster" && cluster !== undefined) yield* groupCap(cluster);
  if (kind !== "RayService" && ownField(spec, "suspend") !== undefined) {
    yield {
      path: ["spec", "suspend"],
      message: "Kueue writes suspend itself, so it overwrites the manifest's value.",
      hint: "Leave suspend out.",
    };
  }
}

/** How many worker groups each release of Kueue takes: one pod set is the head's. */
const CAPS: readonly (readonly [groups: number, releases: string])[] = Object.freeze([
  [17, "refuses that"],
  [9, "before 0.19 refuses that"],
  [7, "before 0.18 refuses that"],
]);

function* groupCap({ path, workers }: ClusterSpecView): Iterable<Breach> {
  const cap = CAPS.find(([groups]) => workers.length > groups);
  const [most, releases] = cap ?? [];
  if (most === undefined) return;
  yield {
    path: [...path, "workerGroupSpecs"],
    message: `The cluster has ${workers.length} worker groups, more than ${most}: Kueue ${releases}.`,
    hint: "Have fewer groups.",
  };
}

function* jobBreaches({ kind, job }: ManifestView): Iterable<Breach> {
  if (kind !== "RayJob" || job === undefined) return;
  if (ownField(job.spec, "shutdownAfterJobFinishes") !== true) {
    yield {
      path: [...job.path, "shutdownAfterJobFinishes"],
      message: "Kueue refuses a RayJob that does not shut its cluster down.",
      hint: "Write shutdownAfterJobFinishes: true.",
    };
  }
  if (!job.selectsCluster || ownField(job.spec, "rayClusterSpec") === undefined) return;
  yield {
    path: [...job.path, "clusterSelector"],
    message: "Kueue refuses a RayJob that brings a cluster and selects another one.",
    hint: "Remove the clusterSelector.",
  };
}
