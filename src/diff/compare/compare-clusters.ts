import type { ObjectType } from "../../api/api-type.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { mostSevere } from "../../kuberay/effects/effects.ts";
import type { Consequence } from "../../kuberay/effects/field-rule.ts";
import { recreatesPods } from "../../kuberay/effects/recreation.ts";
import type { FeatureGateSettings } from "../../kuberay/feature-gates.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion } from "../../kuberay/version.ts";
import type { ChangeContext } from "./change-context.ts";
import { classifyChange } from "./classify-change.ts";
import { clusterTotals } from "./cluster-totals.ts";
import { compareValues } from "./compare-values.ts";
import type { Comparison, Difference } from "./comparison.ts";
import { formatDiffPath } from "./diff-path.ts";
import { displayPath } from "./display-path.ts";
import type { JudgedSide } from "./judge-side.ts";
import { judgeSide } from "./judge-side.ts";
import type { Change, ComparedManifests, Refusal } from "./manifest-diff.ts";
import { differenceAt, rootPlace } from "./place.ts";
import type { ServedApis } from "./served-apis.ts";
import { storedApiVersion } from "./served-apis.ts";
import { settleEquivalents } from "./settle-equivalents.ts";
import { sides } from "./sides.ts";
import { describeRespelling } from "./spelling.ts";

/** What a pair is compared for. */
export interface CompareContext {
  readonly title: string;
  readonly kuberay: Version;
  /** Where the release comes from. */
  readonly kuberayVersionFrom?: string;
  readonly release: KuberayRelease;
  /** The feature gates of the operator that are known. */
  readonly gates: FeatureGateSettings;
  readonly apis: ServedApis;
}

/** Compares two RayClusters, either of which may not be there. */
export function compareClusters(
  old: PlainObject | undefined,
  current: PlainObject | undefined,
  context: CompareContext,
): ComparedManifests {
  const { kuberay, kuberayVersionFrom: from, release, apis } = context;
  const [before, after] = [judge(old, context), judge(current, context)];
  const root = apis(storedApiVersion(kuberay), kuberay)?.root;
  const findings =
    before && after ? compareBoth(before, after, root, context) : compareOne(before, after);
  const { changes } = findings;
  const same = changes.length === 0;
  const refusals = after?.refusals ?? [];
  const isRefused = !same && refusals.length > 0;
  const found = [...changes, ...findings.spelling].map(({ effect }) => effect);
  const told = (refusal: Finding) => describeRefusal(refusal, after, root);
  return {
    ok: true,
    title: context.title,
    kuberay_version: formatVersion(kuberay),
    ...(from === undefined ? {} : { kuberay_version_from: from }),
    presence: presenceOf(before, after),
    same,
    effect: isRefused ? "rejected" : mostSevere(found),
    changes: changes.map(describeChange),
    refusals: refusals.map(told),
    pod_refusals: (after?.podBreaches ?? []).map(told),
    spelling: findings.spelling,
    totals: {
      before: before === undefined ? null : clusterTotals(before, release),
      after: after === undefined ? null : clusterTotals(after, release),
    },
  };
}

function judge(
  data: PlainObject | undefined,
  { kuberay, gates, apis }: CompareContext,
): JudgedSide | undefined {
  if (data === undefined) return undefined;
  const api =
    apis(ownText(data, "apiVersion") ?? "", kuberay) ?? apis(storedApiVersion(kuberay), kuberay);
  return judgeSide(data, api, { kuberay, gates });
}

type ConsideredChange = Difference & Consequence;

interface Findings {
  readonly changes: readonly ConsideredChange[];
  readonly spelling: ComparedManifests["spelling"];
}

function compareBoth(
  before: JudgedSide,
  after: JudgedSide,
  root: ObjectType | undefined,
  { release, kuberay, gates }: CompareContext,
): Findings {
  const type = root ?? { kind: "any" };
  const comparison: Comparison = { differences: [], respellings: [] };
  compareValues(type, { before: before.data, after: after.data }, rootPlace, comparison);
  const context: ChangeContext = { target: { kuberay, gates }, release, before, after, root: type };
  const { differences, respellings } = settleEquivalents(comparison, context);
  const recreates = recreatesPods(context);
  return {
    changes: differences.map((difference) => ({
      ...difference,
      ...classifyChange(difference, context),
    })),
    spelling: respellings.map((respelling) => describeRespelling(respelling, recreates)),
  };
}

/** A cluster that comes or goes as a whole is one change. */
function compareOne(before: JudgedSide | undefined, after: JudgedSide | undefined): Findings {
  if (before === undefined && after === undefined) return { changes: [], spelling: [] };
  const pair = differenceAt(rootPlace, { before: before?.data, after: after?.data });
  return { changes: [{ ...pair, ...wholeConsequence(after) }], spelling: [] };
}

function wholeConsequence(after: JudgedSide | undefined): Consequence {
  if (after === undefined) {
    return { effect: "address", reason: "KubeRay deletes all pods and the head Service." };
  }
  const [refusal] = after.refusals;
  return refusal === undefined
    ? { effect: "scale", reason: "KubeRay creates the head Service and the pods." }
    : { effect: "rejected", reason: after.refusals.map(({ message }) => message).join(" ") };
}

function describeChange(change: ConsideredChange): Change {
  const { display, before, after, effect, reason } = change;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return { path: formatDiffPath(display), kind, ...sides({ before, after }), effect, reason };
}

function describeRefusal(
  { code, path, message }: Finding,
  side: JudgedSide | undefined,
  root: ObjectType | undefined,
): Refusal {
  const display =
    side === undefined || root === undefined ? path : displayPath(path, side.data, root);
  return { code, path: formatDiffPath(display), message };
}

function presenceOf(
  before: JudgedSide | undefined,
  after: JudgedSide | undefined,
): ComparedManifests["presence"] {
  if (before === undefined) return after === undefined ? "neither" : "created";
  return after === undefined ? "deleted" : "both";
}
