import { ownField, ownInteger, ownObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { KAI_FRACTIONS, KAI_QUEUE_LABEL, KAI_SCHEDULER } from "../kai.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const GANG = "ray.io/gang-scheduling-enabled";
const TIER = "volcano.sh/network-topology-highest-tier-allowed";
const YUNIKORN_ID = "yunikorn.apache.org/app-id";
const YUNIKORN_QUEUE = "yunikorn.apache.org/queue";

/** Labels of KubeRay 1.2.0 and 1.2.1, and what they are called since. Source: batchscheduler/yunikorn, v1.2.0 and v1.2.2. */
const RENAMED: readonly (readonly [old: string, now: string])[] = Object.freeze([
  ["yunikorn.apache.org/application-id", YUNIKORN_ID],
  ["yunikorn.apache.org/queue-name", YUNIKORN_QUEUE],
]);

/**
 * Scheduling labels
 *
 * The labels by which KubeRay asks a batch scheduler for something do that: a gang is switched on by "true" and as large as
 * the cluster, Volcano's tier is an integer, YuniKorn's queue comes with an application, pods for KAI have a queue.
 *
 * See ray-operator/controllers/ray/batchscheduler, v1.2.2 to v1.7.0, and pkg/podgrouper of KAI-Scheduler.
 */
export const schedulingLabels: Law = defineLaw({
  code: "scheduling-labels",
  severity: "warning",
  kinds: ["RayCluster", "RayJob", "RayService"],
  since: "1.2.2",
  *check(view, target) {
    const { labels } = view;
    for (const [old, now] of RENAMED) {
      if (ownField(labels, old) === undefined) continue;
      yield {
        path: at(old),
        target: "key",
        message: `KubeRay 1.2.2 and later do not read ${old}: the label for YuniKorn is ${now} now.`,
        hint: `Write ${now}.`,
      };
    }
    const tier = ownField(labels, TIER);
    if (isFrom(target, "1.5") && tier !== undefined && !INTEGER.test(wordText(tier))) {
      yield {
        path: at(TIER),
        message: `${showText(wordText(tier))} is not an integer, so Volcano's part of KubeRay makes no pods.`,
        hint: 'Write the number of the tier, such as "2".',
      };
    }
    if (
      ownField(labels, YUNIKORN_QUEUE) !== undefined &&
      ownField(labels, YUNIKORN_ID) === undefined
    ) {
      yield {
        path: at(YUNIKORN_QUEUE),
        target: "key",
        message: `There is a queue of YuniKorn but no ${YUNIKORN_ID}, by which YuniKorn groups the pods of one cluster.`,
        hint: `Add the label ${YUNIKORN_ID}.`,
      };
    }
    yield* gangBreaches(view, target);
    yield* kaiBreaches(view);
  },
});

const INTEGER = /^[+-]?\d+$/;

/** The gang of YuniKorn is as many workers as minReplicas says; that of scheduler-plugins keeps its first size. */
function* gangBreaches(
  { labels, cluster }: ManifestView,
  target: OperatorTarget,
): Iterable<Breach> {
  const gang = ownField(labels, GANG);
  if (gang === undefined) return;
  if (gang !== "true") {
    yield {
      path: at(GANG),
      message: `${GANG} is ${showText(wordText(gang))}, but YuniKorn's and scheduler-plugins' parts of KubeRay take any value for on.`,
      hint: `Write "true", or remove ${GANG}.`,
    };
  }
  const isYunikorn = ownField(labels, YUNIKORN_ID) !== undefined;
  if (cluster?.autoscales === true && !isYunikorn && isFrom(target, "1.4")) {
    yield {
      path: at(GANG),
      target: "key",
      message:
        "The cluster autoscales: scheduler-plugins' part of KubeRay keeps the size that the gang has at first, and that of Kubernetes makes no gang.",
      hint: "Turn autoscaling off, or schedule with another scheduler.",
    };
  }
  if (cluster === undefined || cluster.autoscales || !isYunikorn) return;
  for (const group of cluster.workers) {
    const least = ownInteger(group.data, "minReplicas") ?? 0;
    const wanted = ownInteger(group.data, "replicas") ?? least;
    if (!(wanted > least)) continue;
    yield {
      path: [...group.path, "minReplicas"],
      message: `YuniKorn schedules as many workers of ${groupTitle(group)} together as minReplicas says, which is ${least} of ${wanted}.`,
      hint: "Write minReplicas as large as replicas.",
    };
  }
}

/** KAI places no pod without a queue. KubeRay copies the label of the cluster to its pods from 1.5 on. */
function* kaiBreaches({ labels, cluster }: ManifestView): Iterable<Breach> {
  if (cluster === undefined || ownField(labels, KAI_QUEUE_LABEL) !== undefined) return;
  for (const group of groupsOf(cluster)) {
    const metadata = ownObject(ownObject(group.data, "template"), "metadata");
    if (ownField(ownObject(metadata, "labels"), KAI_QUEUE_LABEL) !== undefined) continue;
    const annotations = ownObject(metadata, "annotations");
    const fraction = KAI_FRACTIONS.find((key) => ownField(annotations, key) !== undefined);
    const isForKai = ownField(group.podSpec, "schedulerName") === KAI_SCHEDULER;
    if (fraction === undefined && !isForKai) continue;
    const sign = fraction === undefined ? "schedulerName" : `the annotation ${fraction}`;
    yield {
      path: at(KAI_QUEUE_LABEL),
      message: `The pods of ${groupTitle(group)} are for the KAI scheduler, by ${sign}, but without the label ${KAI_QUEUE_LABEL} it never places them.`,
      hint: `Add the label ${KAI_QUEUE_LABEL} with the name of a queue.`,
    };
    return;
  }
}

function at(label: string): Path {
  return ["metadata", "labels", label];
}
