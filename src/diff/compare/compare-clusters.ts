import { ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion } from "../../kuberay/version.ts";
import type { ChangeContext, Consequence } from "./classify-change.ts";
import { classifyChange } from "./classify-change.ts";
import { clusterTotals } from "./cluster-totals.ts";
import type { ClusterView } from "./cluster-view.ts";
import { viewCluster } from "./cluster-view.ts";
import { compareValues } from "./compare-values.ts";
import type { Comparison, Difference } from "./comparison.ts";
import { areRelated, formatDiffPath } from "./diff-path.ts";
import { mostSevere } from "./effects.ts";
import type { Target } from "./field-releases.ts";
import type { FoundRefusal } from "./find-refusals.ts";
import { findRefusals } from "./find-refusals.ts";
import type { Change, ComparedManifests } from "./manifest-diff.ts";
import { recreatesPods } from "./recreate.ts";
import { settleEquivalents } from "./settle-equivalents.ts";
import { rayCluster } from "./shapes/ray-cluster-shape.ts";
import { sides } from "./sides.ts";
import { describeRespelling } from "./spelling.ts";
import { storedManifest } from "./stored-manifest.ts";

/** What a pair is compared for. */
export interface CompareContext {
  readonly title: string;
  readonly kuberay: Version;
  /** Who says that it is this release. */
  readonly kuberayVersionFrom?: string;
  readonly release: KuberayRelease;
}

/** Compares two RayClusters, either of which may not be there. */
export function compareClusters(
  old: PlainObject | undefined,
  current: PlainObject | undefined,
  context: CompareContext,
): ComparedManifests {
  const { kuberay, kuberayVersionFrom: from, release } = context;
  const [before, after] = [look(old, kuberay), look(current, kuberay)];
  const refusals = after === undefined ? [] : findRefusals(after.view, kuberay);
  const findings =
    before && after ? compareBoth(before, after, context) : compareOne(before, after);
  const changes = findings.changes.map((change) => refusedChange(change, refusals));
  const same = changes.length === 0;
  const isRefused = !same && refusals.length > 0;
  const found = [...changes, ...findings.spelling].map(({ effect }) => effect);
  return {
    ok: true,
    title: context.title,
    kuberay_version: formatVersion(kuberay),
    ...(from === undefined ? {} : { kuberay_version_from: from }),
    presence: presenceOf(before, after),
    same,
    effect: isRefused ? "rejected" : mostSevere(found),
    changes: changes.map(describeChange),
    refusals: refusals.map(({ code, paths, message }) => ({
      code,
      path: formatDiffPath(paths[0]),
      message,
    })),
    spelling: findings.spelling,
    totals: {
      before: before === undefined ? null : clusterTotals(before.view, release),
      after: after === undefined ? null : clusterTotals(after.view, release),
    },
  };
}

/** One manifest: as it is written, and as the target takes it. */
interface Manifest {
  readonly data: PlainObject;
  readonly target: Target;
  readonly view: ClusterView;
}

function look(data: PlainObject | undefined, kuberay: Version): Manifest | undefined {
  if (data === undefined) return undefined;
  const target = { apiVersion: ownText(data, "apiVersion") ?? "", kuberay };
  return { data, target, view: viewCluster(storedManifest(data, target)) };
}

type ConsideredChange = Difference & Consequence;

interface Findings {
  readonly changes: readonly ConsideredChange[];
  readonly spelling: ComparedManifests["spelling"];
}

function compareBoth(before: Manifest, after: Manifest, { release }: CompareContext): Findings {
  const comparison: Comparison = { differences: [], respellings: [] };
  compareValues(rayCluster, { before: before.data, after: after.data }, [], comparison);
  const { differences, respellings } = settleEquivalents(comparison, before, after);
  const recreates = recreatesPods(after.view, release);
  const context: ChangeContext = { release, recreates, before, after };
  return {
    changes: differences.map((difference) => ({
      ...difference,
      ...classifyChange(difference, context),
    })),
    spelling: respellings.map((respelling) => describeRespelling(respelling, recreates)),
  };
}

/** A cluster that comes or goes as a whole is one change. */
function compareOne(before: Manifest | undefined, after: Manifest | undefined): Findings {
  if (before === undefined && after === undefined) return { changes: [], spelling: [] };
  const pair = { path: [], before: before?.data, after: after?.data };
  const consequence: Consequence =
    after === undefined
      ? { effect: "address", reason: "KubeRay deletes all pods and the head Service." }
      : { effect: "scale", reason: "KubeRay makes the head Service and the pods." };
  return { changes: [{ ...pair, ...consequence }], spelling: [] };
}

/** A change that has part in a refusal is refused, whatever it would do else. */
function refusedChange(
  change: ConsideredChange,
  refusals: readonly FoundRefusal[],
): ConsideredChange {
  const related = refusals.filter(({ paths }) =>
    paths.some((path) => areRelated(path, change.path)),
  );
  if (related.length === 0) return change;
  const reason = related.map(({ message }) => message).join(" ");
  return { ...change, effect: "rejected", reason };
}

function describeChange(change: ConsideredChange): Change {
  const { path, before, after, effect, reason } = change;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return { path: formatDiffPath(path), kind, ...sides({ before, after }), effect, reason };
}

function presenceOf(
  before: Manifest | undefined,
  after: Manifest | undefined,
): ComparedManifests["presence"] {
  if (before === undefined) return after === undefined ? "neither" : "created";
  return after === undefined ? "deleted" : "both";
}
