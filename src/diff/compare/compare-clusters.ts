import type { ApiType } from "../../api/api-type.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { mostSevere } from "../../kuberay/effects/effects.ts";
import type { Consequence } from "../../kuberay/effects/field-rule.ts";
import { serviceSwitch } from "../../kuberay/effects/service-switch.ts";
import { creationOf, deletion } from "../../kuberay/effects/whole-object.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { formatVersion } from "../../kuberay/version.ts";
import type { ValidationTarget } from "../../validate/validation-target.ts";
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
import { settleEquivalents } from "./settle-equivalents.ts";
import { sides } from "./sides.ts";
import { describeRespelling } from "./spelling.ts";
import { storedRoot } from "./stored-api.ts";
import { storedChanges } from "./stored-changes.ts";
import { textEffect } from "./text-effect.ts";

/** What a pair is compared for. */
export interface CompareContext {
  readonly title: string;
  readonly target: ValidationTarget;
  readonly release: KuberayRelease;
  /** Where the release comes from. */
  readonly kuberayVersionFrom?: string;
}

/** Compares two objects of the kinds that KubeRay looks after, either of which may not be there. */
export function compareClusters(
  old: PlainObject | undefined,
  current: PlainObject | undefined,
  context: CompareContext,
): ComparedManifests {
  const { target, release, kuberayVersionFrom: from } = context;
  const [before, after] = [old, current].map((data) => data && judgeSide(data, target));
  const kind = (after ?? before)?.view.kind ?? "RayCluster";
  const root = storedRoot(kind, target) ?? ANY;
  const findings =
    before?.view.kind === kind && after
      ? compareBoth(before, after, root, context)
      : compareOne(before, after);
  const { changes } = findings;
  const same = changes.length === 0;
  const refusals = after?.refusals ?? [];
  const isRefused = !same && refusals.length > 0;
  const found = [...changes, ...findings.spelling].map(({ effect }) => effect);
  const told = (refusal: Finding) => describeRefusal(refusal, after?.data ?? null, root);
  return {
    ok: true,
    title: context.title,
    kind,
    kuberay_version: formatVersion(target.kuberay),
    ...(from === undefined ? {} : { kuberay_version_from: from }),
    presence: presenceOf(before, after),
    same,
    effect: isRefused ? "rejected" : mostSevere(found),
    changes: changes.map(describeChange),
    refusals: refusals.map(told),
    pod_refusals: (after?.podBreaches ?? []).map(told),
    dropped: (after?.dropped ?? []).map(told),
    spelling: findings.spelling,
    totals: {
      before: before === undefined ? null : clusterTotals(before, release),
      after: after === undefined ? null : clusterTotals(after, release),
    },
    diagnostics: [],
  };
}

/** Of a kind that the release lacks. */
const ANY: ApiType = Object.freeze({ kind: "any" });

type ConsideredChange = Difference & Consequence;

interface Findings {
  readonly changes: readonly ConsideredChange[];
  readonly spelling: ComparedManifests["spelling"];
}

function compareBoth(
  before: JudgedSide,
  after: JudgedSide,
  root: ApiType,
  { release, target }: CompareContext,
): Findings {
  const comparison: Comparison = { differences: [], respellings: [] };
  compareValues(root, { before: before.data, after: after.data }, rootPlace, comparison);
  const known = { target, release, before, after, root };
  const settled = settleEquivalents(comparison, { ...known, serviceSwitch: "stays" });
  const what = serviceSwitch(storedChanges(settled, known), known);
  const context: ChangeContext = { ...known, serviceSwitch: what };
  const comparesText = textEffect(context);
  return {
    changes: settled.differences.map((difference) => ({
      ...difference,
      ...classifyChange(difference, context),
    })),
    spelling: settled.respellings.map((each) => describeRespelling(each, comparesText)),
  };
}

/** An object that comes or goes as a whole, or is one of another kind, is one change. */
function compareOne(before: JudgedSide | undefined, after: JudgedSide | undefined): Findings {
  if (before === undefined && after === undefined) return { changes: [], spelling: [] };
  const pair = differenceAt(rootPlace, { before: before?.data, after: after?.data });
  return { changes: [{ ...pair, ...wholeConsequence(before, after) }], spelling: [] };
}

function wholeConsequence(
  before: JudgedSide | undefined,
  after: JudgedSide | undefined,
): Consequence {
  if (after === undefined) {
    return { effect: "address", reason: deletion[before?.view.kind ?? "RayCluster"] };
  }
  const [refusal] = after.refusals;
  if (refusal !== undefined) {
    return { effect: "rejected", reason: after.refusals.map(({ message }) => message).join(" ") };
  }
  const { kind } = after.view;
  const created = creationOf(after);
  if (before === undefined) return created;
  return {
    effect: "address",
    reason: `This is a ${kind}, and the ${before.view.kind} stays until it is deleted. ${created.reason}`,
  };
}

function describeChange(change: ConsideredChange): Change {
  const { display, before, after, effect, reason } = change;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return { path: formatDiffPath(display), kind, ...sides({ before, after }), effect, reason };
}

function describeRefusal(
  { code, path, message }: Finding,
  data: PlainData,
  root: ApiType,
): Refusal {
  return { code, path: formatDiffPath(displayPath(path, data, root)), message };
}

function presenceOf(
  before: JudgedSide | undefined,
  after: JudgedSide | undefined,
): ComparedManifests["presence"] {
  if (before === undefined) return after === undefined ? "neither" : "created";
  return after === undefined ? "deleted" : "both";
}
